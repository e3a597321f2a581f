import { expect, test } from '@jest/globals';
import { dated } from '#wording/titles.ts';
import { sampleWording } from './sample.ts';

test.each([
  ['fr', '2026-03-01T12:00:00.000Z', undefined, '1er mars 2026'],
  ['fr', '2026-03-11T12:00:00.000Z', undefined, '11 mars 2026'],
  ['en', '2026-03-01T12:00:00.000Z', undefined, '1 March 2026'],
  // Evening in Paris is the next day in Nouméa.
  ['fr', '2026-02-28T20:00:00.000Z', 'Pacific/Noumea', '1er mars 2026'],
  ['fr', '2026-02-28T20:00:00.000Z', undefined, '28 février 2026'],
] as const)('in %s, %s in %s is said “%4$s”', (language, iso, timeZone, said) => {
  const wording = sampleWording(language);
  const consultation = { ...wording.consultation, ...(timeZone && { timeZone }) };
  expect(dated({ ...wording, consultation }, iso)).toBe(said);
});

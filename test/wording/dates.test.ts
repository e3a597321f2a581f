import { expect, test } from '@jest/globals';
import { calendarLine } from '#wording/calendar/calendar-line.ts';
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

test.each([
  ['fr', {}, 'depuis le 1er janvier 2026'],
  // A seminar lasts a day.
  ['fr', { closedAt: '2026-01-01T18:00:00.000Z', closed: true }, 'le 1er janvier 2026'],
  ['fr', { closesAt: '2026-12-15T23:00:00.000Z' }, 'du 1er janvier 2026 au 15 décembre 2026'],
  // Put away after its closing day, it was never closed by hand.
  ['fr', { closesAt: '2026-12-15T23:00:00.000Z', closed: true }, 'du 1er janvier 2026 au 15 décembre 2026'],
  [
    'en',
    { closesAt: '2026-12-15T23:00:00.000Z', closedAt: '2026-12-01T10:00:00.000Z', closed: true },
    'from 1 January 2026 to 1 December 2026',
  ],
] as const)('in %s, the dates of %j are said “%3$s”', (language, change, said) => {
  const wording = sampleWording(language);
  expect(calendarLine({ ...wording, consultation: { ...wording.consultation, ...change } })).toBe(said);
});

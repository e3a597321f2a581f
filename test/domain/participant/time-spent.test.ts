import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { longestPause, timeSpent } from '#domain/participant/time-spent.ts';
import { newPerson } from '#test/conversations/world.ts';

const last = '2026-11-23T10:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(last) + seconds * 1000).toISOString();

test.each([
  ['the first turn takes no time yet', undefined, 0, 0],
  ['a document of before begins at nothing', undefined, 40, 40],
  ['a turn adds the time since the last', 60, 40, 100],
  ['in whole seconds', 60, 1.6, 62],
  ['a pause of five minutes still counts', 60, 300, 360],
  ['a longer one counts as nothing', 60, 301, 60],
  ['nor does a night', 60, 36_000, 60],
  ['nor a clock that was set back', 60, -30, 60],
])('%s', (_, spent, gap, expected) => {
  const person = newPerson({ updatedAt: last, ...(spent !== undefined && { spent }) });
  expect(timeSpent(person, later(gap))).toBe(expected);
});

test('it never shrinks, and never grows by more than the longest pause', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: -1e6, max: 1e6, noNaN: true }), (spent, gap) => {
      const after = timeSpent(newPerson({ updatedAt: last, spent }), later(gap));
      expect(after).toBeGreaterThanOrEqual(spent);
      expect(after).toBeLessThanOrEqual(spent + longestPause);
      expect(Number.isInteger(after)).toBe(true);
    }),
  );
});

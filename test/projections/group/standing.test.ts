import { expect, test } from '@jest/globals';
import type { ResultState } from '#domain/results/group-scenario.ts';
import { agreedStanding } from '#projections/group/standing.ts';

const result = (at: string) => ({ at, scenario: {} }) as ResultState;
const [monday, tuesday, friday] = ['2026-11-02', '2026-11-03', '2026-11-06'].map((day) =>
  result(`${day}T10:00:00.000Z`),
) as [ResultState, ResultState, ResultState];

test('of two nodes that make the final result at once, the first that is stored is told', () => {
  const known = { provisional: monday };
  expect(agreedStanding({ ours: { final: friday }, known }, known)).toEqual({ final: friday });
  expect(agreedStanding({ ours: { final: friday }, known }, { final: tuesday })).toEqual({ final: tuesday });
});

test('after a reopening a later final result takes the place of the one that was known', () => {
  const known = { final: monday };
  expect(agreedStanding({ ours: { final: friday }, known }, known)).toEqual({ final: friday });
});

test('a provisional result that another node released meanwhile stands, and never beside a later final one', () => {
  const known = { provisional: monday };
  const stored = { provisional: tuesday };
  expect(agreedStanding({ ours: { provisional: friday }, known }, stored)).toEqual(stored);
  expect(agreedStanding({ ours: { final: friday }, known }, stored)).toEqual({ final: friday });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { VoteResult } from '#domain/room/live-session.ts';
import type { Answered } from '#domain/room/live-vote.ts';
import { answersIn, firstResult, secondResult } from '#domain/room/vote-result.ts';
import { runs } from '#test/runs.ts';

const minGroup = 5;
const people = (n: number, vote: Answered): Answered[] => Array.from({ length: n }, () => vote);

test('nothing is told of fewer people than the smallest group, and everything from there on', () => {
  expect(firstResult(people(4, { first: 2 }), minGroup)).toEqual({ shown: 'few', n: 4 });
  expect(firstResult([...people(4, { first: 2 }), { first: -2 }], minGroup)).toEqual({
    ...{ shown: 'exact', n: 5, counts: [1, 0, 0, 0, 4] },
  });
  expect(answersIn([{ first: 1 }, { second: 1 }, { first: 0, second: 0 }], 1)).toBe(2);
});

describe('between both votes', () => {
  test('flows are told point by point where each is of enough people or nobody', () => {
    const votes = [
      ...people(6, { first: -2, second: -2 }),
      ...people(5, { first: -2, second: 1 }),
      ...people(9, { first: 2, second: 2 }),
    ];
    const { result, movement } = secondResult(votes, firstResult(votes, minGroup), minGroup);
    expect(result).toEqual({ shown: 'exact', n: 20, counts: [6, 0, 0, 5, 9] });
    expect(movement).toMatchObject({ shown: 'points' });
    expect(movement.shown === 'points' && movement.flows[0]).toEqual([6, 0, 0, 5, 0, 0]);
  });

  test('few on a point make them coarser: by side, then by direction, then nothing', () => {
    const bySide = [
      ...people(3, { first: -2, second: 1 }),
      ...people(4, { first: -1, second: 2 }),
      ...people(6, { first: 2, second: 2 }),
    ];
    expect(secondResult(bySide, firstResult(bySide, minGroup), minGroup).movement).toMatchObject({
      shown: 'sides',
    });
    const byDirection = [...bySide, ...people(2, { first: 0, second: 1 })];
    expect(secondResult(byDirection, firstResult(byDirection, minGroup), minGroup).movement).toEqual({
      ...{ shown: 'direction', stayed: 6, back: 0, forth: 9 },
    });
    const few = [...people(20, { first: 1, second: 1 }), ...people(2, { first: 0, second: 1 })];
    expect(secondResult(few, firstResult(few, minGroup), minGroup)).toEqual({
      ...{ result: { shown: 'near', n: 22 }, movement: { shown: 'nothing' } },
    });
  });

  test('somebody who came for the second vote alone is not read off by subtracting', () => {
    const votes = [...people(20, { first: 1, second: 1 }), { second: -2 as const }];
    const { result, movement } = secondResult(votes, firstResult(votes, minGroup), minGroup);
    expect(result).toEqual({ shown: 'near', n: 21 });
    // Who came is in no flow that is told, nor is their number told apart.
    expect(movement).toEqual({ shown: 'direction', stayed: 20, back: 0, forth: 0 });
  });

  test('where the first vote was of too few, there is nothing to subtract from', () => {
    const votes = [...people(3, { first: 1, second: 2 }), ...people(9, { second: 2 })];
    const { result, movement } = secondResult(votes, firstResult(votes, minGroup), minGroup);
    expect(result).toMatchObject({ shown: 'exact', n: 12 });
    expect(movement).toEqual({ shown: 'nothing' });
  });
});

describe('beside what the room was shown already', () => {
  const earlier = firstResult(people(20, { first: 1 }), minGroup);

  test('the same question asked anew does not tell who came in between', () => {
    const again = [...people(20, { first: 1 as const }), { first: -2 as const }];
    expect(firstResult(again, minGroup, [earlier])).toEqual({ shown: 'near', n: 21 });
    const others = [...people(15, { first: 1 as const }), ...people(6, { first: -2 as const })];
    expect(firstResult(others, minGroup, [earlier])).toMatchObject({ shown: 'exact', n: 21 });
  });

  test('nor do the rows or the columns of a table say what was kept from being told', () => {
    const near = people(15, { first: 1, second: 1 }).concat(people(6, { first: 1, second: -2 }));
    const first = firstResult(near, minGroup, [earlier]);
    expect(first).toEqual({ shown: 'near', n: 21 });
    expect(secondResult(near, first, minGroup, [earlier]).movement).toEqual({ shown: 'nothing' });
    const back = people(15, { first: -2, second: 1 }).concat(people(6, { first: 1, second: 1 }));
    const told = [earlier];
    expect(secondResult(back, firstResult(back, minGroup, told), minGroup, told)).toEqual({
      ...{ result: { shown: 'near', n: 21 }, movement: { shown: 'nothing' } },
    });
  });
});

test('which way others moved does not narrow what a lone newcomer said, nor one who left', () => {
  const moved = people(5, { first: 0, second: 0 }).concat(people(5, { first: 0, second: 1 }));
  for (const alone of [{ second: -2 }, { first: -2 }] as const) {
    const votes = [...moved, alone];
    const { result, movement } = secondResult(votes, firstResult(votes, minGroup), minGroup);
    // Beside both results, "nobody moved back" would say that it was the one who came.
    expect(result.shown === 'exact' && movement.shown !== 'nothing').toBe(false);
  }
});

const stance = fc.option(fc.constantFrom(-2 as const, -1 as const, 0 as const, 1 as const, 2 as const), {
  nil: undefined,
});
const anybody = fc.record({ first: stance, second: stance }).map(
  ({ first, second }): Answered => ({
    ...(first !== undefined && { first }),
    ...(second !== undefined && { second }),
  }),
);

test('whatever is told, no flow and no difference of what is told is of few people', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anybody, fc.integer({ min: 1, max: 9 })), { maxLength: 9 }), (groups) => {
      const votes = groups.flatMap(([vote, n]) => people(n, vote));
      const first = firstResult(votes, minGroup);
      const { result, movement } = secondResult(votes, first, minGroup);
      const isTold = (n: number) => n === 0 || n >= minGroup;
      if (movement.shown === 'sides' || movement.shown === 'points') {
        expect(movement.flows.flat().every(isTold)).toBe(true);
        // Who is in a result and in none of the flows stands in the last row or column, and is told there.
        const sides = (counts: readonly number[]) =>
          movement.shown === 'points'
            ? counts
            : [(counts[0] ?? 0) + (counts[1] ?? 0), counts[2] ?? 0, (counts[3] ?? 0) + (counts[4] ?? 0)];
        if (first.shown === 'exact')
          for (const [i, count] of sides(first.counts).entries())
            expect((movement.flows[i] ?? []).reduce((all, n) => all + n, 0)).toBe(count);
      }
      if (movement.shown === 'direction')
        expect([movement.stayed, movement.back, movement.forth].every(isTold)).toBe(true);
      if (result.shown === 'exact' && first.shown === 'exact' && movement.shown !== 'points') {
        const moved = result.counts.map((count, i) => count - (first.counts[i] ?? 0));
        const [up, down] = [1, -1].map((way) => moved.reduce((all, n) => all + Math.max(0, way * n), 0));
        expect(Math.max(up ?? 0, down ?? 0)).toBeGreaterThanOrEqual(minGroup);
      }
    }),
    { numRuns: runs(200, 20_000) },
  );
});

test('whoever came or left alone may have given any answer of that result, whatever else is told', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anybody, fc.integer({ min: 1, max: 7 })), { maxLength: 6 }),
      fc.constantFrom('first' as const, 'second' as const),
      fc.constantFrom(-2 as const, -1 as const, 0 as const, 1 as const, 2 as const),
      (groups, which, stance) => {
        const both = groups.flatMap(([{ first = 0, second = 0 }, n]) => people(n, { first, second }));
        const votes = [...both, { [which]: stance }];
        const first = firstResult(votes, minGroup);
        const { result, movement } = secondResult(votes, first, minGroup);
        if (first.shown === 'exact' && result.shown === 'exact')
          expect(movement).toEqual({ shown: 'nothing' });
        if (first.shown === 'exact' && result.shown === 'near')
          expect(['nothing', 'direction']).toContain(movement.shown);
      },
    ),
    { numRuns: runs(200, 20_000) },
  );
});

test('of one question asked over and over in one room, no two results that are shown differ by few people', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.tuple(anybody, fc.integer({ min: 1, max: 9 })), { maxLength: 6 }), {
        maxLength: 4,
      }),
      (rounds) => {
        const told: VoteResult[] = [];
        for (const groups of rounds) {
          const votes = groups.flatMap(([vote, n]) => people(n, vote));
          const first = firstResult(votes, minGroup, told);
          const { result, movement } = secondResult(votes, first, minGroup, told);
          for (const shown of [first, result])
            for (const before of told)
              if (shown.shown === 'exact' && before.shown === 'exact')
                expect(apartBy(before.counts, shown.counts)).toBeGreaterThanOrEqual(minGroup);
          if (first.shown === 'near') expect(movement).toEqual({ shown: 'nothing' });
          told.push(first, result);
        }
      },
    ),
    { numRuns: runs(200, 20_000) },
  );
});

function apartBy(before: readonly number[], after: readonly number[]): number {
  const moves = before.map((count, i) => (after[i] ?? 0) - count);
  const [up, down] = [1, -1].map((way) => moves.reduce((all, n) => all + Math.max(0, way * n), 0));
  return Math.max(up ?? 0, down ?? 0);
}

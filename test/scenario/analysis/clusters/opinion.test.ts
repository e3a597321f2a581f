import { expect, test } from '@jest/globals';
import type { Stance } from '#domain/participant/ballot.ts';
import { Opinion } from '#domain/results/group-scenario.ts';
import { opinionAmong } from '#scenario/analysis/clusters/opinion.ts';
import { pack } from '#scenario/analysis/tally/packed.ts';

const trajectories = Array.from({ length: 10 }, (_, i) => `t${i}`);

/** So many people of two camps: the first wishes for the first half and refuses the other, the second the reverse. */
function ballots(first: number, second: number): Uint16Array<ArrayBuffer> {
  const people = [...Array<number>(first).fill(1), ...Array<number>(second).fill(-1)];
  return Uint16Array.from(
    people.flatMap((camp, i) =>
      trajectories.map((_, item) => {
        const odd = (i * 7 + item * 3) % 11 === 0;
        const side = (item < 5 ? 1 : -1) * camp * (odd ? -1 : 1);
        return pack({ stance: (2 * side) as Stance, kept: false, benefits: [] });
      }),
    ),
  );
}

test('opinion groups are told by what is typical of them', () => {
  const { placed, groups } = Opinion.parse(
    opinionAmong({ ballots: ballots(30, 20), trajectories, minGroup: 5 }),
  );
  expect(placed).toBe(50);
  expect(groups.map(({ n }) => n)).toEqual([30, 20]);
  for (const { trajectory, side, inside, outside } of groups[0]?.typical ?? []) {
    expect(side).toBe(Number(trajectory.slice(1)) < 5 ? 'for' : 'against');
    expect(inside).toBeGreaterThan(outside);
  }
  expect(groups[0]?.typical.length).toBeGreaterThan(3);
  expect(groups[1]?.unconvinced).toEqual(trajectories.slice(0, 5));
});

test('no group is shown when one of them is smaller than may be shown', () => {
  expect(opinionAmong({ ballots: ballots(30, 8), trajectories, minGroup: 11 })).toEqual({
    placed: 38,
    groups: [],
  });
});

test('nobody, or nothing to look at, is no group', () => {
  const none = { placed: 0, groups: [] };
  expect(opinionAmong({ ballots: new Uint16Array(0), trajectories: [], minGroup: 5 })).toEqual(none);
  expect(opinionAmong({ ballots: new Uint16Array(300), trajectories, minGroup: 5 })).toEqual(none);
});

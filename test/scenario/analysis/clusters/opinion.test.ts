import { expect, test } from '@jest/globals';
import type { Stance } from '#domain/participant/ballot.ts';
import { Opinion } from '#domain/results/group-scenario.ts';
import { draws } from '#scenario/analysis/clusters/draws.ts';
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
    shape: 'unclear',
    groups: [],
  });
});

test('nobody, or nothing to look at, is no group', () => {
  const none = { placed: 0, shape: 'unclear', groups: [] };
  expect(opinionAmong({ ballots: new Uint16Array(0), trajectories: [], minGroup: 5 })).toEqual(none);
  expect(opinionAmong({ ballots: new Uint16Array(300), trajectories, minGroup: 5 })).toEqual(none);
});

/** So many people along a continuum: the further one stands, the more of the first half one wishes for, and refuses of the other. */
function continuum(people: number): number[] {
  const draw = draws(5);
  return Array.from({ length: people }, (_, i) => (2 * i + 1) / people - 1).flatMap((place) =>
    trajectories.map((_, item) => {
      const leaning = (item < 5 ? 2.2 : -2.2) * place + 2.4 * (draw() - 1 / 2);
      const stance = Math.max(-2, Math.min(2, Math.round(leaning)));
      return pack({ stance: stance as Stance, kept: false, benefits: [] });
    }),
  );
}

test('opinion that is spread out is told by its ends, and by stretches that show nobody alone', () => {
  const same = Array<number>(12 * trajectories.length).fill(pack({ stance: 2, kept: false, benefits: [] }));
  for (const minGroup of [5, 11, 40]) {
    const packed = Uint16Array.from([...continuum(120), ...same]);
    const told = Opinion.parse(opinionAmong({ ballots: packed, trajectories, minGroup }));
    expect(told).toMatchObject({ placed: 120, shape: 'spread', groups: [] });
    expect(told.setAside).toBe(minGroup > 12 ? undefined : 12);
    const bins = told.spread?.bins ?? [];
    expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(120);
    for (const [i, { n, from, to }] of bins.entries()) {
      expect(n === 0 || n >= minGroup).toBe(true);
      expect(to).toBeGreaterThan(from);
      expect(from).toBe(bins[i - 1]?.to ?? -2);
    }
    const wishes = [told.spread?.low, told.spread?.high].map((end) =>
      end?.filter(({ side }) => side === 'for').map(({ trajectory }) => Number(trajectory.slice(1)) < 5),
    );
    expect(new Set(wishes.flat())).toEqual(new Set([true, false]));
    for (const end of wishes) expect(new Set(end).size).toBeLessThanOrEqual(1);
  }
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adjustedRand } from '#scenario/analysis/clusters/adjusted-rand.ts';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import type { Matrix } from '#scenario/analysis/clusters/matrix.ts';
import {
  groupInformedConsensus,
  opinionGroups,
  representative,
} from '#scenario/analysis/clusters/opinion-clusters.ts';
import { runs } from '../../../runs.ts';
import { planted } from './planted.ts';

const votes: Readonly<Record<string, number>> = { '+': 1, '0': 0, '-': -1, '.': Number.NaN };

/** A published set: what people said, and the group that Polis gave them (-1: none). */
function polis(name: string) {
  const lines = readFileSync(new URL(`polis/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const said = lines.map((line) => [...(line.split(' ')[1] ?? '')].map((sign) => votes[sign] ?? Number.NaN));
  return {
    matrix: { rows: said.length, columns: said[0]?.length ?? 0, values: Float64Array.from(said.flat()) },
    theirs: lines.map((line) => (line.startsWith('.') ? -1 : Number(line.split(' ')[0]))),
  };
}

/** People of as many camps, who hold their camp's view with this firmness and leave three items in ten unseen. */
function camps(sizes: readonly number[], columns: number, firmness: number, seed = 1) {
  const draw = draws(seed);
  const views = sizes.map(() => Array.from({ length: columns }, () => (draw() < 0.5 ? 1 : -1)));
  const values = sizes.flatMap((size, camp) =>
    Array.from({ length: size * columns }, (_, at) => {
      if (draw() < 0.3) return Number.NaN;
      return draw() < firmness ? (views[camp]?.[at % columns] ?? 0) : Math.floor(draw() * 3) - 1;
    }),
  );
  const truth = sizes.flatMap((size, camp) => Array.from({ length: size }, () => camp));
  const rows = truth.length;
  return { matrix: { rows, columns, values: Float64Array.from(values) }, truth };
}

/** The share of pairs, one of each list, in which one is above the other: that one of the two which is above more often. */
function above(some: readonly number[], others: readonly number[]): number {
  const higher =
    some.flatMap((one) => others.filter((other) => one > other)).length / (some.length * others.length);
  return Math.max(higher, 1 - higher);
}

/** The same people in another order: `order` says who comes where. */
const inOrder = ({ rows, columns, values }: Matrix, order: readonly number[]): Matrix => ({
  rows,
  columns,
  values: Float64Array.from(order.flatMap((i) => [...values.subarray(i * columns, (i + 1) * columns)])),
});

describe('opinion groups', () => {
  test.each(['seattle', 'biodiversity'])(
    'are not announced for %s, where what Polis cut in two is spread out along the axis that we tell',
    (name) => {
      const { matrix, theirs } = polis(name);
      const { shape, count, axis } = opinionGroups(matrix);
      expect([shape, count]).toEqual(['spread', 0]);
      const placesOf = (group: number) =>
        theirs
          .flatMap((its, i) => (its === group ? [axis?.places[i] ?? Number.NaN] : []))
          .filter(Number.isFinite);
      const share = above(placesOf(0), placesOf(1));
      console.info(
        `${name}: of two people whom Polis parts, ours stand in the same order in ${share.toFixed(3)} of cases`,
      );
      expect(share).toBeGreaterThan(0.95);
    },
  );

  test.each([1, 2, 3])('find camps that are there (draw %#)', (seed) => {
    for (const sizes of [
      [20, 15],
      [60, 40],
      [40, 30, 30],
    ]) {
      const { matrix, truth } = camps(sizes, 30, 0.85, seed);
      const { groupOf, shape } = opinionGroups(matrix);
      expect(shape).toBe('clusters');
      expect(adjustedRand(groupOf, truth)).toBeGreaterThan(0.85);
    }
  });

  test.each([1, 2])('are not drawn through answers at random (draw %#)', (seed) => {
    for (const size of [30, 100]) {
      expect(opinionGroups(camps([size], 20, 0, seed).matrix).count).toBe(0);
    }
  });

  test('wait for twenty people who answered enough; the others stand on the map all the same', () => {
    expect(opinionGroups(camps([10, 9], 30, 0.9).matrix).count).toBe(0);
    const { matrix } = camps([20, 20], 30, 0.9);
    matrix.values.fill(Number.NaN, 3, 30);
    const { groupOf, positions } = opinionGroups(matrix);
    expect(groupOf[0]).toBe(-1);
    expect(positions).toHaveLength(80);
    expect([...positions].every(Number.isFinite)).toBe(true);
  });

  test('are the same for the same input, and the largest comes first', () => {
    const { matrix } = camps([15, 40], 20, 0.8);
    const once = opinionGroups(matrix);
    expect(opinionGroups(matrix)).toEqual(once);
    expect(once.groupOf.filter((group) => group === 0).length).toBe(40);
  });

  test('do not depend on who came first', () => {
    const tables = [
      camps([30, 25, 20], 24, 0.8).matrix,
      planted('one uniform trait', 40, 1).matrix,
      planted('two camps', 40, 2).matrix,
    ];
    for (const matrix of tables) {
      const once = opinionGroups(matrix);
      const everyone = Array.from({ length: matrix.rows }, (_, i) => i);
      fc.assert(
        fc.property(fc.shuffledSubarray(everyone, { minLength: matrix.rows }), (order) => {
          const again = opinionGroups(inOrder(matrix, order));
          expect([...again.groupOf]).toEqual(order.map((i) => once.groupOf[i]));
          expect(again.axis?.low).toEqual(once.axis?.low);
          expect([again.stability, again.silhouette]).toEqual([once.stability, once.silhouette]);
        }),
        { numRuns: runs(1, 20) },
      );
    }
  });

  test('set aside, and count, those who say the same of everything: that is no way of seeing', () => {
    const { matrix } = planted('one normal trait', 60, 4);
    const said = matrix.values.map((value, at) =>
      at < 12 * matrix.columns && !Number.isNaN(value) ? 1 : value,
    );
    const { setAside, count, groupOf } = opinionGroups({ ...matrix, values: said });
    expect([setAside, count]).toEqual([12, 0]);
    const parted = camps([30, 25], 30, 0.85).matrix;
    const silent = Float64Array.from([...parted.values, ...new Float64Array(7 * 30)]);
    const found = opinionGroups({ rows: 62, columns: 30, values: silent });
    expect([found.setAside, found.count]).toEqual([7, 2]);
    expect([...found.groupOf.subarray(55)]).toEqual(Array(7).fill(-1));
    expect(groupOf).toHaveLength(60);
  });

  test('stand up to tables with nobody, nothing, or one view alone', () => {
    const table = (rows: number, columns: number, value: number) => ({
      rows,
      columns,
      values: new Float64Array(rows * columns).fill(value),
    });
    for (const matrix of [table(0, 5, 1), table(40, 0, 1), table(40, 10, 1), table(40, 10, Number.NaN)]) {
      expect(opinionGroups(matrix).count).toBe(0);
    }
  });
});

test('the adjusted Rand index does not mind the names of groups', () => {
  const groups = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(groups, (a) => {
      expect(
        adjustedRand(
          a,
          a.map((group) => 3 - group),
        ),
      ).toBeCloseTo(1);
    }),
  );
  expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5);
});

test('consensus across groups: the oracle of the method', () => {
  expect(groupInformedConsensus([5, 3, 6], [11, 10, 6])).toBeCloseTo(0.1346154, 7);
});

test('a choice is typical of a group when it stands out from the others and from one half', () => {
  expect(representative({ chose: 18, seen: 20 }, { chose: 5, seen: 30 })).toBe(true);
  expect(representative({ chose: 18, seen: 20 }, { chose: 27, seen: 30 })).toBe(false);
  expect(representative({ chose: 8, seen: 20 }, { chose: 1, seen: 30 })).toBe(false);
});

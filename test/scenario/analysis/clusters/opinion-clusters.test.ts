import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import {
  groupInformedConsensus,
  opinionClusters,
  representative,
} from '#scenario/analysis/clusters/opinion-clusters.ts';
import { adjustedRand } from '#scenario/analysis/clusters/stability.ts';

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

describe('opinion groups', () => {
  test.each(['seattle', 'biodiversity'])(
    'are those that Polis published for %s, as far as both place people',
    (name) => {
      const { matrix, theirs } = polis(name);
      const ours = opinionClusters(matrix);
      const both = theirs.flatMap((group, i) => (group >= 0 && (ours.groupOf[i] ?? -1) >= 0 ? [i] : []));
      const index = adjustedRand(
        both.map((i) => theirs[i] ?? 0),
        both.map((i) => ours.groupOf[i] ?? 0),
      );
      console.info(
        `${name}: ${ours.count} groups, adjusted Rand index ${index.toFixed(3)} on ${both.length} people`,
      );
      expect(ours.count).toBe(2);
      expect(index).toBeGreaterThan(0.85);
    },
  );

  test.each([1, 2, 3])('find camps that are there (draw %#)', (seed) => {
    for (const sizes of [
      [20, 15],
      [60, 40],
      [40, 30, 30],
    ]) {
      const { matrix, truth } = camps(sizes, 30, 0.85, seed);
      const { groupOf, count } = opinionClusters(matrix);
      expect(count).toBe(sizes.length);
      expect(adjustedRand(groupOf, truth)).toBeGreaterThan(0.9);
    }
  });

  test.each([1, 2, 3])('are not drawn through answers at random (draw %#)', (seed) => {
    for (const size of [30, 100, 200]) {
      expect(opinionClusters(camps([size], 20, 0, seed).matrix).count).toBe(0);
    }
  });

  test('wait for twenty people who answered enough; the others stand on the map all the same', () => {
    expect(opinionClusters(camps([10, 9], 30, 0.9).matrix).count).toBe(0);
    const { matrix } = camps([20, 20], 30, 0.9);
    matrix.values.fill(Number.NaN, 3, 30);
    const { groupOf, positions } = opinionClusters(matrix);
    expect(groupOf[0]).toBe(-1);
    expect(positions).toHaveLength(80);
    expect([...positions].every(Number.isFinite)).toBe(true);
  });

  test('are the same for the same input, and the largest comes first', () => {
    const { matrix } = camps([15, 40], 20, 0.8);
    const once = opinionClusters(matrix);
    expect(opinionClusters(matrix)).toEqual(once);
    expect(once.groupOf.filter((group) => group === 0).length).toBe(40);
  });

  test('do not depend on who came first', () => {
    const { matrix } = camps([30, 25, 20], 24, 0.8);
    const { rows, columns, values } = matrix;
    const back = Array.from({ length: rows }, (_, i) => rows - 1 - i);
    const turned = Float64Array.from(
      back.flatMap((i) => [...values.subarray(i * columns, (i + 1) * columns)]),
    );
    const ours = opinionClusters(matrix).groupOf;
    const again = opinionClusters({ rows, columns, values: turned }).groupOf;
    expect(back.map((i) => again[i])).toEqual([...ours]);
  });

  test('stand up to tables with nobody, nothing, or one view alone', () => {
    const table = (rows: number, columns: number, value: number) => ({
      rows,
      columns,
      values: new Float64Array(rows * columns).fill(value),
    });
    for (const matrix of [table(0, 5, 1), table(40, 0, 1), table(40, 10, 1), table(40, 10, Number.NaN)]) {
      expect(opinionClusters(matrix).count).toBe(0);
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

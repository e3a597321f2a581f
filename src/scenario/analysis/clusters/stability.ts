import { sampleOf } from './draws.ts';
import { kMeans, nearestOf } from './k-means.ts';
import type { AnsweredCells } from './matrix.ts';
import { type Axes, principalAxes, project } from './principal.ts';

const samples = 15;
const staying = 0.8;
/** A resample only has to find the same groups again. */
const starts = 2;

/**
 * How far the same groups come out when one person in five stays away, axes and all (Ben-Hur et al., PSB 2002), for each
 * of several groupings of the same people: the mean adjusted Rand index between the groups of everyone and those that each
 * sample would have drawn for everyone. Answers at random stay under 0.5; a bootstrap, which leaves out one in three, would
 * refuse real groups of a hundred.
 */
export function stability(
  answers: AnsweredCells,
  people: Int32Array,
  axes: Axes,
  groupings: readonly { readonly groups: Int8Array; readonly k: number }[],
  draw: () => number,
): number[] {
  const totals = groupings.map(() => 0);
  for (let again = 0; again < samples; again++) {
    const drawn = sampleOf(people.length, Math.round(people.length * staying), draw).map(
      (i) => people[i] ?? 0,
    );
    const their = principalAxes(answers, drawn, axes);
    const where = project(answers, people, their);
    const from = project(answers, drawn, their);
    for (const [i, { groups, k }] of groupings.entries()) {
      const again = nearestOf(where, kMeans(from, k, draw, starts));
      totals[i] = (totals[i] ?? 0) + adjustedRand(groups, again);
    }
  }
  return totals.map((total) => total / samples);
}

/** Adjusted Rand index of two groupings of the same people (Hubert and Arabie 1985): 1 the same, about 0 by chance. */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const both = new Map<string, number>();
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    count(both, `${x} ${y}`);
    count(left, x);
    count(right, y);
  }
  const together = pairsIn(both.values());
  const [alone, other] = [pairsIn(left.values()), pairsIn(right.values())];
  const expected = (alone * other) / Math.max(1, pairs(a.length));
  const most = (alone + other) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const pairs = (n: number) => (n * (n - 1)) / 2;
const pairsIn = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + pairs(n), 0);

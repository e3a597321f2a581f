import { sampleOf } from './draws.ts';
import { kMeans, nearestOf, type Points } from './k-means.ts';
import type { Answers } from './matrix.ts';
import { principalAxes, project } from './principal.ts';
import { adjustedRand } from './rand.ts';

const samples = 20;
const staying = 0.8;

/**
 * How far the same k groups come out when one person in five stays away, axes and all (Ben-Hur et al., PSB 2002): the
 * mean adjusted Rand index between the groups of everyone and those that each sample would have drawn for everyone.
 * Answers at random stay under 0.5; a bootstrap, which leaves out one in three, would refuse real groups of a hundred.
 */
export function stability(
  answers: Answers,
  people: Int32Array,
  groups: Int8Array,
  k: number,
  draw: () => number,
): number {
  let total = 0;
  for (let again = 0; again < samples; again++) {
    const drawn = sampleOf(people.length, Math.round(people.length * staying), draw).map(
      (i) => people[i] ?? 0,
    );
    const axes = principalAxes(answers, drawn);
    const at = (those: Int32Array): Points =>
      Float64Array.from([...those].flatMap((person) => project(answers, person, axes)));
    total += adjustedRand(groups, nearestOf(at(people), kMeans(at(drawn), k, draw)));
  }
  return total / samples;
}

/** A sample of people that keeps the cost of comparing everyone with everyone within bounds. */
export const manageable = (people: Int32Array, draw: () => number): Int32Array =>
  sampleOf(people.length, 1_500, draw).map((i) => people[i] ?? 0);

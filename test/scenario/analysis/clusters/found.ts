import { adjustedRand } from '#scenario/analysis/clusters/adjusted-rand.ts';
import { opinionGroups } from '#scenario/analysis/clusters/opinion-clusters.ts';
import { type Planted, planted } from './planted.ts';

/** What is made of so many seeds of one kind of people. */
export interface Findings {
  /** How often each shape and number of groups was announced. */
  readonly shapes: ReadonlyMap<string, number>;
  /** Seeds with groups, and the agreement of each with the camps that were planted. */
  readonly announced: number;
  readonly rand: readonly number[];
  readonly adjusted: readonly number[];
}

export function findingsOf(kind: Planted, people: number, seeds: Iterable<number>): Findings {
  const shapes = new Map<string, number>();
  const rand: number[] = [];
  const adjusted: number[] = [];
  for (const seed of seeds) {
    const { matrix, truth } = planted(kind, people, seed);
    const { shape, count, groupOf } = opinionGroups(matrix);
    const name = count === 0 ? shape : `${count} groups`;
    shapes.set(name, (shapes.get(name) ?? 0) + 1);
    if (count === 0) continue;
    rand.push(plainRand(groupOf, truth));
    adjusted.push(adjustedRand(groupOf, truth));
  }
  return { shapes, announced: rand.length, rand, adjusted };
}

/** The share of pairs of people on which two groupings agree (Rand 1971). */
function plainRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [same, pairs] = [0, 0];
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      same += Number((a[i] === a[j]) === (b[i] === b[j]));
      pairs += 1;
    }
  return same / Math.max(1, pairs);
}

import { draws, sampleOf } from './draws.ts';
import { kMeans, nearestOf } from './k-means.ts';
import { type AnsweredCells, answeredBy, answersOf, type Matrix } from './matrix.ts';
import { type Axes, principalAxes, project } from './principal.ts';
import { silhouettes } from './silhouette.ts';
import { stability } from './stability.ts';

export interface OpinionClusters {
  /** The group of each person, from the largest (0) on; -1: not placed. */
  readonly groupOf: Int8Array;
  /** 0: no clear groups, or too few people placed. */
  readonly count: number;
  readonly silhouette: number;
  readonly stability: number;
  /** x, y a person, for a map: opinions furthest apart are furthest apart on it. */
  readonly positions: Float64Array;
}

/** Fewer people are never grouped. */
export const fewestPlaced = 20;
const fewestAnswers = 7;
const stable = 0.7;
/** Beyond so many people, the groups are found on a sample, then everyone is placed. */
const manageable = 1_000;
/** Fewer are no group of opinion: a few people who answered oddly. */
const fewestInGroup = 5;

/**
 * Groups of people who answer alike, after Polis (Small et al., Recerca 26, 2021): answers on two principal axes, then
 * k-means, for the k of the best silhouette among those that are stable (mean adjusted Rand index over resamples).
 * Groups are drawn where people stand with what they said: somebody who said little stays near the middle. The map
 * alone stretches them outwards (by the square root of items over answers), which would make noise of them here.
 * None is stable, or few are placed: no groups. Same input, same output.
 */
export function opinionClusters(
  matrix: Matrix,
  { seed = 1 }: { readonly seed?: number } = {},
): OpinionClusters {
  const answers = answersOf(matrix);
  const everyone = Int32Array.from({ length: matrix.rows }, (_, i) => i);
  const least = Math.min(fewestAnswers, matrix.columns);
  const enough = everyone.filter((person) => answeredBy(answers, person) >= least);
  const axes = principalAxes(answers, enough);
  const where = project(answers, everyone, axes);
  const none = {
    groupOf: new Int8Array(matrix.rows).fill(-1),
    count: 0,
    silhouette: 0,
    stability: 0,
    positions: stretched(answers, where),
  };
  if (enough.length < fewestPlaced) return none;
  const placed = inOrder(enough, where);
  const found = clearest(answers, placed, axes, where, draws(seed));
  if (found === undefined) return none;
  const { centres, k, silhouette, stability } = found;
  const groups = bySize(nearestOf(those(where, placed), centres), k);
  const groupOf = none.groupOf.slice();
  for (const [i, person] of placed.entries()) groupOf[person] = groups[i] ?? -1;
  return { ...none, silhouette, stability, groupOf, count: k };
}

/** People from one end of the axes to the other, so that what is drawn below does not depend on who came first. */
const inOrder = (people: Int32Array, where: Float64Array): Int32Array =>
  people.toSorted(
    (a, b) => (where[2 * a] ?? 0) - (where[2 * b] ?? 0) || (where[2 * a + 1] ?? 0) - (where[2 * b + 1] ?? 0),
  );

/** The grouping to show, if any is stable; on a sample when people are many. */
function clearest(
  answers: AnsweredCells,
  placed: Int32Array,
  axes: Axes,
  everywhere: Float64Array,
  draw: () => number,
) {
  const people = sampleOf(placed.length, manageable, draw).map((i) => placed[i] ?? 0);
  const where = those(everywhere, people);
  const most = Math.min(5, 2 + Math.floor(people.length / 12));
  const groupings = Array.from({ length: most - 1 }, (_, i) => {
    const k = i + 2;
    const centres = kMeans(where, k, draw);
    return { k, centres, groups: nearestOf(where, centres) };
  }).filter(({ groups, k }) => Math.min(...sizesOf(groups, k)) >= fewestInGroup);
  const clear = silhouettes(where, groupings);
  const steady = stability(answers, people, axes, groupings, draw);
  return groupings
    .map((grouping, i) => ({ ...grouping, silhouette: clear[i] ?? 0, stability: steady[i] ?? 0 }))
    .filter((grouping) => grouping.stability >= stable)
    .toSorted((a, b) => b.silhouette - a.silhouette)[0];
}

/** The points of some people among everyone's. */
function those(where: Float64Array, people: Int32Array): Float64Array {
  return Float64Array.from(
    { length: 2 * people.length },
    (_, at) => where[2 * (people[at >> 1] ?? 0) + (at & 1)] ?? 0,
  );
}

function stretched(answers: AnsweredCells, where: Float64Array): Float64Array {
  return where.map((coordinate, at) => {
    const said = answeredBy(answers, at >> 1);
    return said === 0 ? 0 : coordinate * Math.sqrt(answers.columns / said);
  });
}

/** Numbers the groups from the largest on. */
function bySize(groups: Int8Array, k: number): Int8Array {
  const sizes = sizesOf(groups, k);
  const order = [...sizes.keys()].toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  return groups.map((group) => order.indexOf(group));
}

const sizesOf = (groups: Int8Array, k: number): number[] =>
  Array.from({ length: k }, (_, group) => groups.filter((it) => it === group).length);

/**
 * How far an item is agreed on in every group (Polis): the product over groups of (agreed + 1) / (seen + 2), where
 * `seen` counts those who passed too. The two lists go group by group.
 */
export function groupInformedConsensus(agreed: readonly number[], seen: readonly number[]): number {
  return agreed.reduce((product, count, group) => (product * (count + 1)) / ((seen[group] ?? 0) + 2), 1);
}

/** People who chose something, of those who saw it. */
export interface Choosers {
  readonly chose: number;
  readonly seen: number;
}

/**
 * Whether a choice is typical of a group: its share there stands out both from the other people's (two-proportion z,
 * one added to each count) and from one half (the group's own z), each at 90 % one-sided.
 */
export function representative(inGroup: Choosers, outGroup: Choosers): boolean {
  return contrast(inGroup, outGroup) > critical && ownZ(inGroup) > critical;
}

const critical = 1.2816;

function ownZ({ chose, seen }: Choosers): number {
  const n = seen + 1;
  return 2 * Math.sqrt(n) * ((chose + 1) / n - 1 / 2);
}

function contrast(a: Choosers, b: Choosers): number {
  const [n, m] = [a.seen + 1, b.seen + 1];
  const [x, y] = [a.chose + 1, b.chose + 1];
  const pooled = (x + y) / (n + m);
  if (pooled >= 1) return 0;
  return (x / n - y / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}

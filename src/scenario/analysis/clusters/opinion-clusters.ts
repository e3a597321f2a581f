import { sizesOf } from './camp-sizes.ts';
import { canonicalOrder } from './canonical-order.ts';
import { findShape } from './find-shape.ts';
import { campsIn } from './gap.ts';
import { type AnsweredCells, answeredBy, answersAmong, answersOf, type Matrix, peopleIn } from './matrix.ts';
import { axisOf, type OpinionAxis } from './opinion-axis.ts';
import { positionsOf } from './opinion-positions.ts';

/** What is found of how people's answers hang together. */
export interface OpinionClusters {
  /**
   * `clusters`: people stand apart, in camps. `spread`: what they think differs along an axis, without camps. `unclear`:
   * nothing more than each item by itself, or too few people.
   */
  readonly shape: 'clusters' | 'spread' | 'unclear';
  /** The group of each person, from the largest (0) on; -1: not placed. */
  readonly groupOf: Int8Array;
  /** 0: no groups. */
  readonly count: number;
  /** Mean simplified silhouette (Hruschka and others 2004), on the line to the nearest other centre: 0 midway, 1 at one's own. */
  readonly silhouette: number;
  /** Mean adjusted Rand index of the groups with those drawn without a fifth of the people. */
  readonly stability: number;
  /** x, y a person, for a map: opinions furthest apart are furthest apart on it. */
  readonly positions: Float64Array;
  /** People who said the same of everything: a way of answering, not of seeing. */
  readonly setAside: number;
  /** Of a spread: what it is about. */
  readonly axis?: OpinionAxis;
}

/** Fewer people are never grouped. */
export const fewestPlaced = 20;
const fewestAnswers = 7;
/** Beyond so many answers, groups are found on the people of some, then everyone is placed. */
const manageable = 10_000;

/**
 * Groups of people who answer alike, where people stand apart. A cut that stays where it is when people stay away is no
 * proof: a continuum cut in two is perfectly stable. So camps (a mixture, fitted to what each person answered, nothing put
 * in for the rest) are announced where they tell the answers of people left out better than opinion spread out along up
 * to four axes does (a factor model, likewise), and where, between every two of them, people left out stand in two heaps
 * rather than in one of any form. Same input, same output, whoever came first.
 */
export function opinionGroups(
  matrix: Matrix,
  { seed = 1 }: { readonly seed?: number } = {},
): OpinionClusters {
  const order = canonicalOrder(matrix);
  const answers = answersOf(matrix, order);
  const { placed, setAside } = sortedOut(answers, matrix);
  const sample = answersAmong(answers, manageableOf(answers, placed));
  const positions = positionsOf(answers, sample, order);
  const found = placed.length < fewestPlaced ? undefined : findShape(sample, seed);
  const nobody = { groupOf: new Int8Array(matrix.rows).fill(-1), count: 0, silhouette: 0, stability: 0 };
  const shared = { ...nobody, positions, setAside };
  if (found === undefined) return { ...shared, shape: 'unclear' };
  if (found.shape === 'spread')
    return { ...shared, shape: 'spread', axis: axisOf(found.model, answers, placed, order) };
  const { model, silhouette, stability } = found;
  const groups = bySize(campsIn(answers, model), placed, model.camps);
  for (const person of placed) shared.groupOf[order[person] ?? 0] = groups[person] ?? -1;
  return { ...shared, shape: 'clusters', count: model.camps, silhouette, stability };
}

/** Who answered enough to be placed, in canonical order, and how many others said the same of everything. */
function sortedOut(answers: AnsweredCells, { columns }: Matrix) {
  const least = Math.min(fewestAnswers, columns);
  const enough = Array.from({ length: peopleIn(answers) }, (_, person) => person).filter(
    (person) => least > 0 && answeredBy(answers, person) >= least,
  );
  const placed = enough.filter((person) => !answers.uniform[person]);
  return { placed, setAside: enough.length - placed.length };
}

/** As many of these people as are needed, at even steps. */
function manageableOf(answers: AnsweredCells, people: readonly number[]): readonly number[] {
  const total = people.reduce((sum, person) => sum + answeredBy(answers, person), 0);
  const step = Math.max(1, total / manageable);
  return Array.from(
    { length: Math.floor(people.length / step) },
    (_, i) => people[Math.floor(i * step)] ?? 0,
  );
}

/** Numbers the groups from the largest on. */
function bySize(camps: Int8Array, placed: readonly number[], count: number): Int8Array {
  const sizes = sizesOf(camps, placed, count);
  const order = [...sizes.keys()].toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  return camps.map((camp) => order.indexOf(camp));
}

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

import { sum } from './sum.ts';

/** Two ends of an interval, each 0..1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval of a proportion (1927): `n` 0 knows nothing, hence 0..1. */
export function wilson(successes: number, n: number, z = 1.96): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const share = successes / n;
  const widening = (z * z) / n;
  const centre = share + widening / 2;
  const spread = z * Math.sqrt((share * (1 - share)) / n + widening / (4 * n));
  const scale = 1 + widening;
  return {
    low: successes <= 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: successes >= n ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

/**
 * Van der Eijk's A (Quality & Quantity 35, 2001) of counts over ordered categories: 1 when all agree, 0 when they
 * spread evenly, -1 when they split between the two ends. 0 when there is nobody.
 */
export function agreementA(counts: readonly number[]): number {
  const total = sum(counts);
  if (total === 0) return 0;
  let left = [...counts];
  let agreement = 0;
  while (left.some((count) => count > 0)) {
    const lowest = Math.min(...left.filter((count) => count > 0));
    const layer = left.map((count) => count > 0);
    const size = layer.filter(Boolean).length;
    agreement += ((lowest * size) / total) * layerAgreement(layer, size);
    left = left.map((count) => (count > 0 ? count - lowest : 0));
  }
  return agreement;
}

/** A of a layer: its unimodality, weakened by the number of categories it covers. */
function layerAgreement(layer: readonly boolean[], size: number): number {
  const categories = layer.length;
  return categories < 2 ? 1 : unimodality(layer) * (1 - (size - 1) / (categories - 1));
}

/** U: from 1 (one block) to -1 (two ends), from the triplets that speak for one block and for two. */
function unimodality(layer: readonly boolean[]): number {
  let one = 0;
  let two = 0;
  for (let i = 0; i < layer.length; i++)
    for (let j = i + 1; j < layer.length; j++)
      for (let k = j + 1; k < layer.length; k++) {
        if (layer[j] && layer[i] !== layer[k]) one++;
        else if (!layer[j] && layer[i] && layer[k]) two++;
      }
  if (one + two === 0) return 1;
  const categories = layer.length;
  return ((categories - 2) * one - (categories - 1) * two) / ((categories - 2) * (one + two));
}

/**
 * Potential for conflict, PCI2 (Vaske, Beaman, Barreto and Shelby, Leisure Sciences 32, 2010), 0..1: the distance between
 * all pairs of people over the largest possible. Distance D1: people on opposite sides of the middle are as far apart as
 * their points, less one; others are not apart. `neutral`: the scale has a middle point (-2..2) or none (-2, -1, 1, 2).
 */
export function potentialForConflict(counts: readonly number[], { neutral }: { neutral: boolean }): number {
  const points = counts.map((_, i) => point(i, counts.length, neutral));
  const people = sum(counts);
  const furthest = distance(points[0] ?? 0, points.at(-1) ?? 0);
  const largest = (furthest * (people * people - (people % 2))) / 2;
  if (largest === 0) return 0;
  let actual = 0;
  for (const [i, here] of counts.entries())
    for (const [j, there] of counts.entries())
      actual += here * there * distance(points[i] ?? 0, points[j] ?? 0);
  return actual / largest;
}

function point(i: number, categories: number, neutral: boolean): number {
  if (neutral || categories % 2 === 1) return i - (categories - 1) / 2;
  return i < categories / 2 ? i - categories / 2 : i - categories / 2 + 1;
}

const distance = (a: number, b: number) => (a * b < 0 ? Math.abs(a - b) - 1 : 0);

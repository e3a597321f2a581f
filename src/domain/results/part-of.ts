import { z } from 'zod';
import { bandOf } from './band.ts';

/**
 * People of a category among others: fewer than five, or none, are "few", all but so few "nearly all"; else exactly. In a provisional
 * result a number is the lower end of a band of five.
 */
export const PartOf = z.union([z.int().min(0), z.enum(['few', 'nearly-all'])]);
export type PartOf = z.infer<typeof PartOf>;

/** People by category. */
export const Parts = z.record(z.string(), PartOf);
export type Parts = z.infer<typeof Parts>;

/**
 * People by category among `all`; from `least` on they are told. Whether there is anybody in a small category is not told: where each
 * is in one category, the others subtracted from all would tell how many, and the first who comes would be known by their categories.
 */
export function partsOf(counts: ReadonlyMap<string, number>, all: number, least: number): Parts {
  return Object.fromEntries([...counts].map(([id, n]) => [id, partOf(n, all, least)]));
}

/** The same of one category. */
export function partOf(n: number, all: number, least: number): PartOf {
  if (n < least) return all === 0 ? 0 : 'few';
  return n < all && all - n < least ? 'nearly-all' : n;
}

/** The same, as a provisional result may say it. */
export const coarsePart = (part: PartOf, least: number): PartOf =>
  typeof part === 'number' ? bandOf(part, least) : part;

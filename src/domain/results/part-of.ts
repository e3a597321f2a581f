import { z } from 'zod';

/** People of a category among others: fewer than five are "few", all but so few "nearly all"; else exactly. */
export const PartOf = z.union([z.int().min(0), z.enum(['few', 'nearly-all'])]);
export type PartOf = z.infer<typeof PartOf>;

/** `n` people of a category among `all`; from `least` on they are told. */
export function partOf(n: number, all: number, least: number): PartOf {
  if (n < least) return n === 0 ? 0 : 'few';
  return n < all && all - n < least ? 'nearly-all' : n;
}

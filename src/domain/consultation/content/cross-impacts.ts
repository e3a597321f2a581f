import type { Catalogue, CrossImpacts } from '../../catalogue/catalogue.ts';

/** From one direction to another. */
export interface ImpactPair {
  readonly from: string;
  readonly to: string;
}

/** Judgements on every pair of directions of two domains; or the pairs that no judgement can be of, or none of such a strength. */
export type JudgedImpacts =
  | { readonly impacts: Record<string, Record<string, number>> }
  | { readonly wrong: readonly ImpactPair[] };

/** Reads a workshop's judgements over the domains in use, whole numbers from -3 to 3: what is left out is 0. */
export function judgedImpacts(given: CrossImpacts, { domains }: Pick<Catalogue, 'domains'>): JudgedImpacts {
  const domainOf = new Map(domains.flatMap(({ id, orientations }) => orientations.map((one) => [one, id])));
  const isPair = ({ from, to }: ImpactPair) =>
    domainOf.has(from) && domainOf.has(to) && domainOf.get(from) !== domainOf.get(to);
  const wrong = Object.entries(given).flatMap(([from, row]) =>
    Object.entries(row).flatMap(([to, strength]) =>
      isPair({ from, to }) && isStrength(strength) ? [] : [{ from, to }],
    ),
  );
  if (wrong.length > 0) return { wrong };
  const all = [...domainOf.keys()];
  const row = (from: string) =>
    all.filter((to) => isPair({ from, to })).map((to) => [to, given[from]?.[to] ?? 0]);
  return { impacts: Object.fromEntries(all.map((from) => [from, Object.fromEntries(row(from))])) };
}

const isStrength = (n: number): boolean => Number.isInteger(n) && Math.abs(n) <= 3;

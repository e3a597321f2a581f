import type { CrossImpacts } from '#domain/catalogue/catalogue.ts';

/** A judgement that a workshop made otherwise: how strongly one orientation favours another, -3..3. */
export interface ImpactChange {
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly after: number;
}

/**
 * The judgements that differ, in the order of the first table; nothing judged is 0. The catalogue's reason for a judgement
 * speaks of its own strength: it says nothing of one that is changed here.
 */
export function impactChanges(given: CrossImpacts, own: CrossImpacts): readonly ImpactChange[] {
  return keysOf(given, own).flatMap((from) =>
    keysOf(given[from], own[from]).flatMap((to) => {
      const [before, after] = [given[from]?.[to] ?? 0, own[from]?.[to] ?? 0];
      return before === after ? [] : [{ from, to, before, after }];
    }),
  );
}

const keysOf = (one: object = {}, other: object = {}) => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];

import type { Catalogue, CatalogueText, CrossImpacts } from '../../catalogue/catalogue.ts';

/**
 * A catalogue over a workshop's own judgements. A reason speaks of the strength that the catalogue gave: of those, what is left is where
 * the workshop gave the same.
 */
export function withJudgements(catalogue: Catalogue, own: CrossImpacts): Catalogue {
  const isSame = (from: string, to: string) =>
    (own[from]?.[to] ?? 0) === (catalogue.crossImpacts[from]?.[to] ?? 0);
  const left = (reasons: CatalogueText['crossImpacts']) =>
    Object.fromEntries(
      Object.entries(reasons).map(([from, row]) => [
        from,
        Object.fromEntries(Object.entries(row).filter(([to]) => isSame(from, to))),
      ]),
    );
  const text = Object.entries(catalogue.text).map(([language, its]) => [
    language,
    { ...its, crossImpacts: left(its.crossImpacts) },
  ]);
  return { ...catalogue, crossImpacts: own, text: Object.fromEntries(text) };
}

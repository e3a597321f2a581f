import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Consultation } from '../consultation.ts';

/** A catalogue over the domains that a consultation is about: its directions, and the judgements between them. */
export function inDomains(
  { domains: wanted }: Pick<Consultation, 'domains'>,
  catalogue: Catalogue,
): Catalogue {
  const domains = catalogue.domains.filter(({ id }) => wanted.includes(id));
  const known = new Set(domains.flatMap(({ orientations }) => orientations));
  const crossImpacts = Object.fromEntries(
    Object.entries(catalogue.crossImpacts)
      .filter(([from]) => known.has(from))
      .map(([from, row]) => [from, Object.fromEntries(Object.entries(row).filter(([to]) => known.has(to)))]),
  );
  return { ...catalogue, domains, crossImpacts };
}

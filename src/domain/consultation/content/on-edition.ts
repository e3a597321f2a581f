import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Consultation } from '../consultation.ts';
import { without } from '../without.ts';

/**
 * A consultation held on another edition of its catalogue from now on: what it took of the former one it takes of this one, as far as that
 * is there, and what is new besides. `before`: the former one; absent: it is not known any more.
 */
export function onEdition(its: Consultation, before: Catalogue | undefined, after: Catalogue): Consultation {
  const ids = (catalogue: Catalogue) =>
    catalogue.domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
  const known = new Set(before === undefined ? [] : ids(before));
  const offered = after.domains.map(({ id }) => id);
  const were = new Set(before?.domains.map(({ id }) => id));
  const domains = offered.filter((id) => its.domains.includes(id) || !were.has(id));
  const trajectories =
    its.trajectories && ids(after).filter((id) => its.trajectories?.includes(id) || !known.has(id));
  const kinds = its.kinds?.filter((id) => after.territories.includes(id)) ?? [];
  const languages = its.languages?.filter((id) => after.languages.includes(id)) ?? [];
  const sameDirections = before !== undefined && directions(before) === directions(after);
  return {
    ...without(
      its,
      'trajectories',
      'kinds',
      'languages',
      ...(sameDirections ? [] : (['crossImpacts'] as const)),
    ),
    catalogue: after.edition,
    language: after.languages.includes(its.language) ? its.language : (after.languages[0] ?? its.language),
    domains: domains.length > 0 ? domains : offered,
    ...(trajectories !== undefined && trajectories.length > 0 && { trajectories }),
    ...(kinds.length > 0 && { kinds }),
    ...(languages.length > 0 && { languages }),
  };
}

/** A workshop judged these: over others its judgements say nothing. */
const directions = ({ domains }: Catalogue): string =>
  domains
    .flatMap(({ orientations }) => orientations)
    .toSorted()
    .join();

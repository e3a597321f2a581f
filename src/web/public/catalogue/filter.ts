import type { Catalogue, CatalogueText, Trajectory } from '#domain/catalogue/catalogue.ts';
import { fold } from '#domain/conversation/fold.ts';

/** What a visitor looks for; each part is empty when it is left open. */
export interface Query {
  readonly q: string;
  readonly domain: string;
  readonly orientation: string;
  readonly territory: string;
}

const longest = 200;

/** Reads a query from an address: an id that the catalogue does not have counts as left open. */
export function readQuery(given: URLSearchParams, { domains, territories }: Catalogue): Query {
  const among = (name: string, known: readonly string[]) => known.find((id) => id === given.get(name)) ?? '';
  return {
    q: (given.get('q') ?? '').trim().slice(0, longest),
    domain: among(
      'domain',
      domains.map(({ id }) => id),
    ),
    orientation: among(
      'orientation',
      domains.flatMap(({ orientations }) => orientations),
    ),
    territory: among('territory', territories),
  };
}

export const isOpen = (query: Query): boolean => Object.values(query).every((part) => part === '');

/** The trajectories that fit, by domain in the catalogue's order; every word looked for must stand somewhere in the text. */
export function matching({ domains }: Catalogue, text: CatalogueText, query: Query) {
  const wanted = fold(query.q)
    .split(' ')
    .filter((word) => word !== '');
  const fits = (trajectory: Trajectory) =>
    (query.orientation === '' || trajectory.orientation === query.orientation) &&
    (query.territory === '' || trajectory.territories.includes(query.territory)) &&
    (wanted.length === 0 || hasAll(wanted, trajectory, text));
  return domains
    .filter(({ id }) => query.domain === '' || id === query.domain)
    .map((domain) => ({ domain, trajectories: domain.trajectories.filter(fits) }))
    .filter(({ trajectories }) => trajectories.length > 0);
}

function hasAll(wanted: readonly string[], { id, orientation }: Trajectory, text: CatalogueText): boolean {
  const said = { ...text.trajectories[id], orientation: text.orientations[orientation]?.title ?? '' };
  const searched = fold(Object.values(said).join(' '));
  return wanted.every((word) => searched.includes(word));
}

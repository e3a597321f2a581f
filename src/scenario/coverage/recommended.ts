import type { Catalogue, Domain, Trajectory } from '#domain/catalogue/catalogue.ts';
import { largestIn, type Planned } from './plan.ts';

/**
 * The choice of trajectories of which each has enough views, as many as there may be: spread over the domains and, within each, over its
 * directions, those of the presentation of 2015 first. In the catalogue's order. Too few people for any: as many as each examines.
 */
export function recommended(
  planned: Pick<Planned, 'expected' | 'minGroup' | 'domains' | 'examined'>,
  { domains }: Catalogue,
): readonly string[] {
  return domains
    .filter(({ id }) => planned.domains.includes(id))
    .flatMap((domain) => chosenIn(domain, largestIn(domain, planned) || planned.examined));
}

function chosenIn({ trajectories, orientations }: Domain, many: number): readonly string[] {
  const chosen: Trajectory[] = [];
  const weight = (one: Trajectory) =>
    // Each of 2015 comes before any other; then the direction that has the fewest, in the order of the domain.
    (one.source === 'presentation-2015' ? 0 : 1_000) +
    10 * chosen.filter(({ orientation }) => orientation === one.orientation).length +
    orientations.indexOf(one.orientation);
  while (chosen.length < Math.min(many, trajectories.length)) {
    const [next] = trajectories
      .filter((one) => !chosen.includes(one))
      .toSorted((a, b) => weight(a) - weight(b));
    if (next === undefined) break;
    chosen.push(next);
  }
  return trajectories.filter((one) => chosen.includes(one)).map(({ id }) => id);
}

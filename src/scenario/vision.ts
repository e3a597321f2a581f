import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { type Criterion, criteria } from '#domain/participant/ballot.ts';
import { figuresIn, type GroupScenario, isKnown } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { Impact, SharedVision, VisionView } from '#domain/results/shared-vision.ts';
import {
  type Combination,
  type CrossImpactMatrix,
  conflict,
  scenariosWithin,
} from './analysis/cross-impacts/cross-impact.ts';
import { impactMatrix, impactsAmong } from './analysis/cross-impacts/impact-matrix.ts';

/** The vision of what was released of a group. */
export function visionView(group: GroupView, catalogue: Catalogue): VisionView {
  if (group.state === 'waiting') return group;
  const { scenario, at, kind } = group;
  if (Object.keys(catalogue.crossImpacts).length === 0) return { state: 'none', reason: 'no-judgements' };
  if (examined(scenario).length < 2) return { state: 'none', reason: 'too-few' };
  const vision = sharedVision(scenario, catalogue);
  return vision ? { state: 'composed', kind, at, vision } : { state: 'none', reason: 'nothing-holds' };
}

/**
 * The combination with the most support among those that hold together (then those that lack one point of it), and its two
 * runners-up, over the domains that the group has given figures on: by the sum of the logarithms of the domains' weights on
 * their orientations. Nothing when no combination comes near.
 */
export function sharedVision(scenario: GroupScenario, catalogue: Catalogue): SharedVision | undefined {
  const ids = examined(scenario);
  const domains = catalogue.domains.filter(({ id }) => ids.includes(id));
  const matrix = impactMatrix({ domains, crossImpacts: catalogue.crossImpacts });
  const found = figuresIn(scenario);
  const weights = orientationWeights(domains, found);
  const support = ({ variants }: Combination) =>
    variants.reduce((sum, id) => sum + Math.log(weights.get(id) ?? 1), 0);
  const ranked = scenariosWithin(matrix, 1).toSorted(
    (a, b) => a.inconsistency - b.inconsistency || support(b) - support(a) || b.totalImpact - a.totalImpact,
  );
  const [best, ...others] = ranked.slice(0, 3);
  if (best === undefined) return undefined;
  const favourites = domains.map(({ orientations }, j) =>
    favourite(orientations, best.variants[j] ?? '', weights),
  );
  const plain = ({ variants, inconsistency }: Combination) => ({
    orientations: [...variants],
    inconsistency,
  });
  const change = bestChange(matrix, favourites, weights);
  return {
    domains: domains.map(({ id }) => id),
    n: scenario.n,
    best: plain(best),
    others: others.map(plain),
    synergies: impactsAmong(best.variants, catalogue)
      .filter(({ strength }) => strength >= 2)
      .toSorted((a, b) => b.strength - a.strength)
      .map((impact) => withValues(impact, domains, found)),
    tensions: domains.flatMap(({ id }, j) => {
      const [wanted = '', chosen = ''] = [favourites[j], best.variants[j]];
      if (wanted === chosen) return [];
      return [
        { domain: id, favourite: wanted, chosen, causes: causesOf(wanted, chosen, best.variants, catalogue) },
      ];
    }),
    ...(change && { change }),
  };
}

/** The domains in which at least one trajectory has figures. */
const examined = ({ domains }: GroupScenario): readonly DomainId[] =>
  domains.filter(({ trajectories }) => trajectories.some(isKnown)).map(({ domain }) => domain);

type Domains = Catalogue['domains'];
type Found = ReturnType<typeof figuresIn>;

/** What keeps an orientation nobody spoke for from ruling a combination out altogether. */
const unspoken = 0.05;

/**
 * How a group spreads its support over the orientations of each domain; they add up to 1 in a domain. An orientation counts
 * by the mean, over its examined trajectories, of the low end of support, kept counts double.
 */
function orientationWeights(domains: Domains, found: Found): ReadonlyMap<string, number> {
  return new Map(
    domains.flatMap(({ orientations, trajectories }) => {
      const support = orientations.map((orientation) => {
        const seen = trajectories.flatMap(({ id, orientation: its }) =>
          its === orientation ? (found.get(id) ?? []) : [],
        );
        const total = seen.reduce((sum, { support, kept }) => sum + support.low * (1 + kept), 0);
        return unspoken + (seen.length === 0 ? 0 : total / seen.length);
      });
      const all = support.reduce((sum, one) => sum + one, 0);
      return orientations.map((id, i) => [id, (support[i] ?? 0) / all] as const);
    }),
  );
}

/** The heaviest orientation; the one already chosen among equals. */
function favourite(
  orientations: readonly string[],
  chosen: string,
  weights: ReadonlyMap<string, number>,
): string {
  const weight = (id: string) => weights.get(id) ?? 0;
  return orientations.reduce((best, id) => (weight(id) > weight(best) + 1e-9 ? id : best), chosen);
}

/** What speaks most, among the other choices, for the chosen orientation or against the wanted one. */
function causesOf(
  wanted: string,
  chosen: string,
  all: readonly string[],
  { crossImpacts }: Catalogue,
): Impact[] {
  const strength = (from: string, to: string) => crossImpacts[from]?.[to] ?? 0;
  return all
    .filter((from) => from !== chosen)
    .flatMap((from) => [
      { from, to: wanted, pull: -strength(from, wanted) },
      { from, to: chosen, pull: strength(from, chosen) },
    ])
    .filter(({ pull }) => pull > 0)
    .toSorted((a, b) => b.pull - a.pull)
    .slice(0, 2)
    .map(({ from, to }) => ({ from, to, strength: strength(from, to) }));
}

/** The single change that takes most conflict out of the favourites, among equals the one that costs least support; nothing when none helps. */
function bestChange(
  matrix: CrossImpactMatrix,
  favourites: readonly string[],
  weights: ReadonlyMap<string, number>,
): SharedVision['change'] {
  const now = conflict(matrix, favourites);
  const changes = matrix.descriptors.flatMap(({ variants }, j) =>
    variants.map((to) => ({
      from: favourites[j] ?? '',
      to,
      left: conflict(matrix, favourites.with(j, to)),
      cost: (weights.get(favourites[j] ?? '') ?? 0) - (weights.get(to) ?? 0),
    })),
  );
  const [best] = changes
    .filter(({ left }) => left < now)
    .toSorted((a, b) => a.left - b.left || a.cost - b.cost);
  return best && { from: best.from, to: best.to };
}

const kindOf: Readonly<Record<Criterion, 'economic' | 'ecological' | 'social'>> = {
  jobs: 'economic',
  performance: 'economic',
  environment: 'ecological',
  resilience: 'ecological',
  'quality-of-life': 'social',
  openness: 'social',
};

/** With what people say that the trajectories of both orientations would improve; without, when nobody said. */
function withValues(impact: Impact, domains: Domains, found: Found) {
  const sums = { economic: 0, ecological: 0, social: 0 };
  for (const { id, orientation } of domains.flatMap(({ trajectories }) => trajectories)) {
    const figures = found.get(id);
    if (figures === undefined || (orientation !== impact.from && orientation !== impact.to)) continue;
    for (const criterion of criteria)
      sums[kindOf[criterion]] += (figures.benefits[criterion] ?? 0) * figures.examined;
  }
  const all = sums.economic + sums.ecological + sums.social;
  if (all === 0) return impact;
  const { economic, ecological, social } = sums;
  return {
    ...impact,
    values: { economic: economic / all, ecological: ecological / all, social: social / all },
  };
}

import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { minGroups } from '#domain/consultation/consultation.ts';
import { criteria, horizons, stances } from '#domain/participant/ballot.ts';
import { bandOf } from '#domain/results/band.ts';
import type { Figures, GroupScenario, GroupTrajectory, Opinion } from '#domain/results/group-scenario.ts';
import { coarsePart, type Parts, partOf, partsOf } from '#domain/results/part-of.ts';
import { agreementA, wilson } from './analysis/agreement.ts';
import { type Blur, coarseFigures } from './analysis/disclosure/coarse.ts';
import { medianHorizon } from './analysis/quartiles.ts';
import { sum } from './analysis/sum.ts';
import { places } from './analysis/tally/packed.ts';
import type { Tally } from './analysis/tally/tally.ts';

/**
 * What a group makes of the trajectories, exactly, everybody counted; no figure on fewer than `minGroup` people. `standing`: figures
 * that stand as they were, by trajectory.
 */
export function groupScenario(
  tally: Tally,
  catalogue: Catalogue,
  minGroup: number,
  standing: ReadonlyMap<string, Figures> = new Map(),
): GroupScenario {
  const domains = tally.domains.flatMap((id) => catalogue.domains.filter((domain) => domain.id === id));
  return classified({
    n: tally.n,
    who: who(tally),
    domains: domains.map((domain) => {
      const n = tally.domainCounts[tally.domains.indexOf(domain.id)] ?? 0;
      return {
        domain: domain.id,
        n: n < minGroup ? null : n,
        trajectories: domain.trajectories.map(({ id }) => {
          const figures = standing.get(id);
          return figures
            ? { trajectory: id, class: 'open' as const, figures }
            : weigh(id, rowOf(tally, id), minGroup);
        }),
      };
    }),
  });
}

/**
 * The same, coarse: what may be told while people still answer. Of what has no figures it is not told that most don't know: the moment
 * when that begins would tell who does not.
 */
export function coarseScenario(scenario: GroupScenario, minGroup: number, blur: Blur): GroupScenario {
  const band = (n: number) => bandOf(n, minGroup);
  return classified({
    n: band(scenario.n),
    who: coarseWho(scenario.who),
    domains: scenario.domains.map(({ domain, n, trajectories }) => ({
      domain,
      n: n === null ? null : band(n),
      trajectories: trajectories.map(({ figures, ...its }) =>
        figures === undefined
          ? { ...its, reason: 'too-few' }
          : {
              ...its,
              figures: coarseFigures(figures, minGroup, (figure) => blur(`${its.trajectory} ${figure}`)),
            },
      ),
    })),
  });
}

/** The same result with opinion groups: common ground is what each of them shares. */
export function withOpinion(scenario: GroupScenario, opinion: Opinion): GroupScenario {
  return classified({ ...scenario, opinion });
}

function classified(scenario: GroupScenario): GroupScenario {
  const unconvinced = new Set(scenario.opinion?.groups.flatMap((group) => group.unconvinced));
  return {
    ...scenario,
    domains: scenario.domains.map((domain) => ({
      ...domain,
      trajectories: domain.trajectories
        .map(({ trajectory, figures, ...its }) =>
          figures === undefined
            ? { trajectory, ...its }
            : { trajectory, ...classOf(figures, unconvinced.has(trajectory)), figures },
        )
        .sort(byWeight),
    })),
  };
}

/** Who people are is no opinion: it is told as participation is. */
const least = minGroups.facilitator;

const who = ({ n, roles, territories, paper, people }: Tally): GroupScenario['who'] => {
  // Those who stand apart are not among the people of the tally.
  const isAmong = [...paper].some((id) => people.slots.has(id));
  const all = isAmong ? n : n + paper.size;
  return {
    roles: partsOf(roles, n, least),
    territories: partsOf(territories, n, least),
    ...(paper.size > 0 && { paper: partOf(paper.size, all, least) }),
  };
};

const coarse = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, coarsePart(part, least)]));

const coarseWho = ({ roles, territories, paper }: GroupScenario['who']): GroupScenario['who'] => ({
  roles: coarse(roles),
  territories: coarse(territories),
  ...(paper !== undefined && { paper: coarsePart(paper, least) }),
});

const rowOf = ({ rows, indexOf }: Tally, trajectory: string) =>
  rows[indexOf.get(trajectory) ?? -1] ?? new Int32Array(places.width);

/** Low end of support, then agreement, then n; what has no figures comes last, in the catalogue's order. */
function byWeight({ figures: a }: GroupTrajectory, { figures: b }: GroupTrajectory): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return b.support.low - a.support.low || b.agreement - a.agreement || b.n - a.n;
}

function weigh(trajectory: string, row: Int32Array, minGroup: number): GroupTrajectory {
  const n = sum(stanceCounts(row));
  if (n >= minGroup) return { trajectory, class: 'open', figures: figuresOf(row, n, minGroup) };
  const dontKnow = row[places.dontKnow] ?? 0;
  const unknown = n + dontKnow >= minGroup && dontKnow > n;
  return { trajectory, class: 'open', reason: unknown ? 'mostly-dont-know' : 'too-few' };
}

function classOf(
  { support, opposition, agreement, dontKnowRate }: Figures,
  unconvinced: boolean,
): Pick<GroupTrajectory, 'class' | 'reason'> {
  if (support.low > 1 / 2 && !unconvinced) return { class: 'common-ground' };
  if (opposition.low > 1 / 2) return { class: 'set-aside' };
  if (support.share > 1 / 4 && opposition.share > 1 / 4 && agreement < 0.3) return { class: 'contested' };
  if (support.low > 1 / 2) return { class: 'open', reason: 'divided' };
  return { class: 'open', reason: dontKnowRate > 1 / 2 ? 'mostly-dont-know' : 'lukewarm' };
}

function figuresOf(row: Int32Array, n: number, minGroup: number): Figures {
  const counts = stanceCounts(row);
  const at = (place: number) => row[place] ?? 0;
  const examined = n + at(places.dontKnow);
  const horizon = medianHorizon(cells(row, places.horizons, horizons.length));
  return {
    n,
    examined,
    dontKnowRate: at(places.dontKnow) / examined,
    support: share(sum(counts.slice(3)), n),
    opposition: share(sum(counts.slice(0, 2)), n),
    agreement: agreementA(counts),
    kept: at(places.kept) / examined,
    ...(horizon && horizon.n >= minGroup && { horizon }),
    benefits: benefits(row, examined),
  };
}

function benefits(row: Int32Array, examined: number): Figures['benefits'] {
  const of = (criterion: (typeof criteria)[number]) =>
    (row[places.benefits + criteria.indexOf(criterion)] ?? 0) / examined;
  return {
    'quality-of-life': of('quality-of-life'),
    environment: of('environment'),
    jobs: of('jobs'),
    performance: of('performance'),
    resilience: of('resilience'),
    openness: of('openness'),
  };
}

const share = (count: number, n: number) => ({ share: count / n, ...wilson(count, n) });
const cells = (row: Int32Array, from: number, length: number) => [...row.subarray(from, from + length)];
const stanceCounts = (row: Int32Array) => cells(row, places.stances, stances.length);

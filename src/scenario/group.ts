import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { criteria, horizons, stances } from '#domain/participant/ballot.ts';
import {
  type Figures,
  figuresIn,
  type GroupScenario,
  type GroupTrajectory,
  type Opinion,
} from '#domain/results/group-scenario.ts';
import { agreementA, wilson } from './analysis/agreement.ts';
import { publishableMentions, publishableSaid } from './analysis/disclosure/breakdown.ts';
import { movedBetween } from './analysis/disclosure/safe-update.ts';
import { medianHorizon } from './analysis/quartiles.ts';
import { sum } from './analysis/sum.ts';
import { places } from './analysis/tally/packed.ts';
import type { Tally } from './analysis/tally/tally.ts';

/**
 * What a group makes of the trajectories: no figure on fewer than `minGroup` people. A trajectory keeps the figures it had
 * in the result of before as long as fewer than `minGroup` people can be told to have changed their ballot on it, and the
 * opinion groups of before stand until new ones are known.
 */
export function groupScenario(
  tally: Tally,
  catalogue: Catalogue,
  minGroup: number,
  before?: GroupScenario,
): GroupScenario {
  const domains = tally.domains.flatMap((id) => catalogue.domains.filter((domain) => domain.id === id));
  const held = before && figuresIn(before);
  return classified({
    n: tally.n,
    ...(before?.opinion && { opinion: before.opinion }),
    who: who(tally, minGroup),
    domains: domains.map((domain) => {
      const n = tally.domainCounts[tally.domains.indexOf(domain.id)] ?? 0;
      return {
        domain: domain.id,
        n: n < minGroup ? null : n,
        trajectories: domain.trajectories.map(({ id }) =>
          weigh(id, rowOf(tally, id), minGroup, held?.get(id)),
        ),
      };
    }),
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

function who({ n, roles, territories }: Tally, minGroup: number): GroupScenario['who'] {
  return {
    roles: publishableMentions(Object.fromEntries(roles), minGroup),
    territories: publishableSaid(Object.fromEntries(territories), n, minGroup),
  };
}

const rowOf = ({ rows, indexOf }: Tally, trajectory: string) =>
  rows[indexOf.get(trajectory) ?? -1] ?? new Int32Array(places.width);

/** Low end of support, then agreement, then n; what has no figures comes last, in the catalogue's order. */
function byWeight({ figures: a }: GroupTrajectory, { figures: b }: GroupTrajectory): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return b.support.low - a.support.low || b.agreement - a.agreement || b.n - a.n;
}

function weigh(
  trajectory: string,
  row: Int32Array,
  minGroup: number,
  held: Figures | undefined,
): GroupTrajectory {
  // Kept even when too few are left: to withdraw them, then to bring others, would tell who went and who came.
  if (held !== undefined && changedBetween(headsOf(held), headsIn(row)) < minGroup)
    return { trajectory, class: 'open', figures: held };
  const n = sum(stanceCounts(row));
  if (n >= minGroup) return { trajectory, class: 'open', figures: figuresOf(row, n, minGroup) };
  const dontKnow = row[places.dontKnow] ?? 0;
  const unknown = n + dontKnow >= minGroup && dontKnow > n;
  return { trajectory, class: 'open', reason: unknown ? 'mostly-dont-know' : 'too-few' };
}

/** People by opinion (against, neither, for, don't know), and those who keep it or name a criterion. */
interface Heads {
  readonly opinions: readonly number[];
  readonly others: readonly number[];
}

/** How many people at least have another ballot in the one than in the other. */
function changedBetween(before: Heads, after: Heads): number {
  const others = before.others.map((count, i) => Math.abs((after.others[i] ?? 0) - count));
  return Math.max(movedBetween(before.opinions, after.opinions), ...others);
}

function headsOf({ n, examined, support, opposition, kept, benefits }: Figures): Heads {
  const [wish, refuse] = [Math.round(support.share * n), Math.round(opposition.share * n)];
  const others = [kept, ...criteria.map((criterion) => benefits[criterion] ?? 0)];
  return {
    opinions: [refuse, n - wish - refuse, wish, examined - n],
    others: others.map((share) => Math.round(share * examined)),
  };
}

function headsIn(row: Int32Array): Heads {
  const [worst = 0, bad = 0, neither = 0, good = 0, best = 0] = stanceCounts(row);
  return {
    opinions: [worst + bad, neither, good + best, row[places.dontKnow] ?? 0],
    others: [row[places.kept] ?? 0, ...cells(row, places.benefits, criteria.length)],
  };
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

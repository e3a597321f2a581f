import { type Figures, figuresIn, type GroupScenario } from '#domain/results/group-scenario.ts';
import type { FollowedTrajectory, OverYears, YearCell } from '#domain/results/over-years.ts';
import { differenceOf, supportOf } from './comparison.ts';

/** The published final result of one consultation. */
export interface PublishedResult {
  /** The consultation's code. */
  readonly code: string;
  /** When people last answered; where that is not known, when it was released. */
  readonly at: string;
  readonly scenario: GroupScenario;
  /** By trajectory, a print of what its people read of it. */
  readonly prints: Readonly<Record<string, string>>;
}

/** Sets published results beside each other. The words that count are those of the latest result with figures of a trajectory. */
export function overYears(published: readonly PublishedResult[]): OverYears {
  const all = published
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map((one) => ({ ...one, figures: figuresIn(one.scenario), asked: askedIn(one.scenario) }));
  const ids = [...new Set(all.toReversed().flatMap(({ figures }) => [...figures.keys()]))];
  const followed = ids.map((trajectory) => ({ trajectory, cells: cellsOf(trajectory, all) }));
  const isFollowed = ({ cells }: FollowedTrajectory) =>
    cells.filter(({ state }) => state === 'known').length > 1;
  const left = followed.filter((one) => !isFollowed(one)).map(({ trajectory }) => trajectory);
  const isTwice = (id: string) => all.filter(({ figures }) => figures.has(id)).length > 1;
  return {
    results: all.map(({ code, at, scenario: { n } }) => ({ code, at, n })),
    trajectories: followed.filter(isFollowed),
    reworded: left.filter(isTwice),
    alone: left.filter((id) => !isTwice(id)),
  };
}

interface Looked extends PublishedResult {
  readonly figures: ReadonlyMap<string, Figures>;
  readonly asked: ReadonlySet<string>;
}

const askedIn = ({ domains }: GroupScenario): ReadonlySet<string> =>
  new Set(domains.flatMap(({ trajectories }) => trajectories.map(({ trajectory }) => trajectory)));

function cellsOf(id: string, all: readonly Looked[]): readonly YearCell[] {
  const latest = all.findLast(({ figures }) => figures.has(id))?.prints[id];
  const cells: YearCell[] = [];
  for (const { figures, asked, prints } of all) {
    const its = figures.get(id);
    if (!asked.has(id)) cells.push({ state: 'absent' });
    else if (latest === undefined || prints[id] !== latest) cells.push({ state: 'reworded' });
    else if (its === undefined) cells.push({ state: 'few' });
    else cells.push(known(its, cells));
  }
  return cells;
}

function known(figures: Figures, before: readonly YearCell[]): YearCell {
  const since = before.findLastIndex(({ state }) => state === 'known');
  const earlier = before[since];
  if (earlier?.state !== 'known') return { state: 'known', figures };
  const difference = differenceOf(supportOf(earlier.figures), supportOf(figures));
  const apart = difference.low > 0 || difference.high < 0;
  return { state: 'known', figures, change: { ...difference, since, apart } };
}

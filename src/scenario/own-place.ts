import type { Participant } from '#domain/participant/participant.ts';
import { type GroupScenario, knownIn, type Opinion } from '#domain/results/group-scenario.ts';

/** Where somebody stands beside a group's result. Plain data, no wording. */
export interface OwnPlace {
  /** The way of seeing that theirs is nearest to, by its place in the result; absent: none is clearly nearer than the others. */
  readonly nearest?: { readonly group: number; readonly alike: number; readonly of: number };
  /** What most people wish for, or do not, as they do; the widest agreement first. */
  readonly shared: readonly string[];
  /** What they see otherwise than most people; the widest agreement of the others first. */
  readonly apart: readonly string[];
}

type Ballots = Participant['ballots'];

/**
 * From their own ballots and the shown result alone: whoever is told learns nothing of anybody else that the result does not say.
 * "Most people" are more than half for certain: the low end of the 95 % interval of support, or of opposition, is over 1/2.
 */
export function ownPlace(ballots: Ballots, scenario: GroupScenario): OwnPlace {
  const sideOf = (trajectory: string) => sideIn(ballots, trajectory);
  const clear = knownIn(scenario).flatMap(({ trajectory, figures: { support, opposition } }) => {
    const side = sideOf(trajectory);
    const most = support.low > 1 / 2 ? 1 : opposition.low > 1 / 2 ? -1 : 0;
    if (side === undefined || side === 0 || most === 0) return [];
    return { trajectory, isShared: side === most, share: Math.max(support.low, opposition.low) };
  });
  const widest = clear.toSorted((a, b) => b.share - a.share);
  const titled = (isShared: boolean) =>
    widest.flatMap((one) => (one.isShared === isShared ? one.trajectory : []));
  const nearest = nearestOf(ballots, scenario.opinion?.groups ?? []);
  return { ...(nearest && { nearest }), shared: titled(true), apart: titled(false) };
}

/** Fewer of a group's typical trajectories than this, answered by somebody, say nothing of them. */
const fewestTypical = 3;
/** How much nearer than the next one a group is to be, on a scale from -1 to 1. */
const lead = 0.2;

function nearestOf(ballots: Ballots, groups: Opinion['groups']): OwnPlace['nearest'] {
  const ranked = groups
    .map((group, i) => ({ group: i, ...likeness(ballots, group.typical) }))
    .filter(({ of }) => of >= fewestTypical)
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || first.score <= 0) return undefined;
  if (second !== undefined && first.score - second.score < lead) return undefined;
  return { group: first.group, alike: first.alike, of: first.of };
}

/** How alike somebody's ballots are to what sets a group apart, -1..1, each trajectory by how much it does. */
function likeness(ballots: Ballots, typical: Opinion['groups'][number]['typical']) {
  let [score, weight, alike, of] = [0, 0, 0, 0];
  for (const { trajectory, side, inside, outside } of typical) {
    const own = sideIn(ballots, trajectory);
    if (own === undefined) continue;
    const agrees = own * (side === 'for' ? 1 : -1);
    of += 1;
    if (agrees > 0) alike += 1;
    score += agrees * (inside - outside);
    weight += inside - outside;
  }
  return { score: weight > 0 ? score / weight : 0, alike, of };
}

/** For 1, against -1, neither 0; nothing where they gave no stance. */
function sideIn(ballots: Ballots, trajectory: string): -1 | 0 | 1 | undefined {
  const ballot = ballots[trajectory];
  if (ballot === undefined || ballot === 'skipped' || ballot.stance === 'dont-know') return undefined;
  return ballot.stance > 0 ? 1 : ballot.stance < 0 ? -1 : 0;
}

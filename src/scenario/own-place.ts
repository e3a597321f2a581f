import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { type GroupScenario, knownIn, type Opinion } from '#domain/results/group-scenario.ts';
import type { OwnPlace } from '#domain/results/own-place.ts';
import { tellingOf } from './telling.ts';

type Ballots = Participant['ballots'];
type Typical = Opinion['groups'][number]['typical'];

/**
 * From their own ballots and the shown result alone: whoever is told learns nothing of anybody else that the result does not say.
 * "Most people" are more than half for certain: the low end of the 95 % interval of support, or of opposition, is over 1/2.
 */
export function ownPlace(ballots: Ballots, scenario: GroupScenario): OwnPlace {
  const clear = knownIn(scenario).flatMap(({ trajectory, figures: { n, support, opposition } }) => {
    const own = sideIn(ballots, trajectory);
    const most = support.low > 1 / 2 ? 'for' : opposition.low > 1 / 2 ? 'against' : undefined;
    if (own === undefined || own === 0 || most === undefined) return [];
    const side = own > 0 ? ('for' as const) : ('against' as const);
    const { low, share } = most === 'for' ? support : opposition;
    return { isShared: side === most, low, stand: { trajectory, side, n, share } };
  });
  const widest = clear.toSorted((a, b) => b.low - a.low);
  const stands = (isShared: boolean) => widest.flatMap((one) => (one.isShared === isShared ? one.stand : []));
  const near = nearIn(ballots, scenario.opinion);
  return { ...(near && { near }), shared: stands(true), apart: stands(false) };
}

function nearIn(ballots: Ballots, opinion: Opinion | undefined): OwnPlace['near'] {
  if (opinion?.spread !== undefined) {
    const { low, high } = opinion.spread;
    const found = nearestOf(ballots, [low, high]);
    if (typeof found === 'string') return found === 'too-few' ? { to: found } : { to: found, among: 'ends' };
    const told = tellingOf(found.index === 0 ? low : high);
    return told && { to: 'end', trajectory: told.trajectory, side: told.side, ...found.likeness };
  }
  if (opinion === undefined || opinion.groups.length === 0) return undefined;
  const found = nearestOf(
    ballots,
    opinion.groups.map(({ typical }) => typical),
  );
  if (typeof found === 'string') return found === 'too-few' ? { to: found } : { to: found, among: 'groups' };
  return { to: 'group', group: found.index, ...found.likeness };
}

/** Fewer of what is typical of some people, answered by somebody, say nothing of them. */
const fewestTypical = 3;
/** How much nearer than the next ones they are to be, on a scale from -1 to 1. */
const lead = 0.2;

interface Nearest {
  readonly index: number;
  readonly likeness: { readonly alike: number; readonly of: number };
}

function nearestOf(ballots: Ballots, all: readonly Typical[]): Nearest | 'between' | 'too-few' {
  const ranked = all
    .map((typical, index) => ({ index, ...likeness(ballots, typical) }))
    .filter(({ of }) => of >= fewestTypical)
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined) return 'too-few';
  const isClear = first.score > 0 && (second === undefined || first.score - second.score >= lead);
  return isClear ? { index: first.index, likeness: { alike: first.alike, of: first.of } } : 'between';
}

/** How alike somebody's ballots are to what is typical of some people, -1..1, each trajectory by how much it sets them apart. */
function likeness(ballots: Ballots, typical: Typical) {
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
  const ballot = givenBallot(ballots, trajectory);
  if (ballot === undefined || ballot.stance === 'dont-know') return undefined;
  return ballot.stance > 0 ? 1 : ballot.stance < 0 ? -1 : 0;
}

import { type GroupTrajectory, isKnown } from '#domain/results/group-scenario.ts';
import type { Apart, Unexamined } from '#scenario/briefing/facts.ts';
import { type Grain, spelled } from '../numbers.ts';
import { titledLine } from '../reading/lines.ts';
import { groupLetter } from '../results/opinion-group.ts';
import { percent } from '../share.ts';
import { domainTitle, leading, quotedTrajectory } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** What sets an opinion group apart, which only a final result tells. */
export function apartLine({ trajectory, group, side, inside, outside }: Apart, wording: Wording): string {
  return wording.say(`briefing.line.apart-${side}`, {
    title: quotedTrajectory(wording, trajectory),
    letter: groupLetter(group),
    inside: percent(inside),
    outside: percent(outside),
  });
}

/** Of a domain, how many trajectories too few examined. */
export function unexaminedLine(one: Unexamined, wording: Wording): string {
  return wording.say('briefing.line.unexamined', {
    domain: domainTitle(wording, one.domain),
    said: unexaminedOf(one, wording),
  });
}

/** The same under the name of the domain. */
export const unexaminedUnder = (one: Unexamined, wording: Wording): string =>
  leading(unexaminedOf(one, wording), wording);

function unexaminedOf({ trajectories, of }: Unexamined, wording: Wording): string {
  const [first = ''] = trajectories;
  const n = trajectories.length;
  return wording.say('briefing.line.unexamined-of', {
    n,
    said: spelled(n, wording),
    of: spelled(of, wording),
    title: quotedTrajectory(wording, first),
  });
}

/** How many do not know, or that it is most where too few took a stance for figures. */
export const unknownLine = (one: GroupTrajectory, grain: Grain, wording: Wording): string =>
  isKnown(one)
    ? titledLine(one, 'unknown', grain, wording)
    : wording.say('briefing.line.unknown-most', { title: quotedTrajectory(wording, one.trajectory) });

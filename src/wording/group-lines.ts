import {
  type GroupScenario,
  type GroupTrajectory,
  isKnown,
  trajectoryClasses,
} from '#domain/results/group-scenario.ts';
import { joined } from './titles.ts';
import type { Wording } from './wording.ts';

type Domain = GroupScenario['domains'][number];

/** What the group makes of it, in words; open says why. */
export function verdictOf({ class: verdict, reason }: GroupTrajectory, { say }: Wording): string {
  return verdict === 'open' && reason !== undefined
    ? say(`card.reason.${reason}`)
    : say(`card.class.${verdict}`);
}

/** How many people gave their views of a domain. */
export function countOf({ n }: Domain, minGroup: number, { say }: Wording): string {
  return n === null ? say('card.group.domain-few', { minGroup }) : say('card.group.domain', { n });
}

/** How many of its trajectories the group made what of; nothing where none has figures. */
export function classesOf({ trajectories }: Domain, wording: Wording): string | undefined {
  const known = trajectories.filter(isKnown);
  const counts = trajectoryClasses.flatMap((it) => {
    const n = known.filter((one) => one.class === it).length;
    return n === 0 ? [] : [wording.say(`card.group.count-${it}`, { n })];
  });
  return counts.length === 0 ? undefined : wording.say('card.group.sum', { counts: joined(wording, counts) });
}

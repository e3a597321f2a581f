import {
  type GroupScenario,
  type GroupTrajectory,
  isKnown,
  trajectoryClasses,
} from '#domain/results/group-scenario.ts';
import { isToConfirm } from '#scenario/telling.ts';
import { type Grain, peopleCount } from '../numbers.ts';
import { joined, leading } from '../titles.ts';
import type { Wording } from '../wording.ts';

type Domain = GroupScenario['domains'][number];

/** What the group makes of it, in words; what was decided on few views is to be confirmed, and open says why. */
export function verdictOf(one: GroupTrajectory, { say }: Wording): string {
  const { class: verdict, reason } = one;
  if (verdict === 'open' && reason !== undefined) return say(`card.reason.${reason}`);
  const said = say(`card.class.${verdict}`);
  return isToConfirm(one) ? say('card.group.to-confirm', { verdict: said }) : said;
}

/** How many people gave their views of a domain. */
export function countOf({ n }: Domain, minGroup: number, grain: Grain, wording: Wording): string {
  if (n === null) return wording.say('card.group.domain-few', { minGroup });
  return leading(wording.say('card.group.domain', { n, people: peopleCount(n, grain, wording) }), wording);
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

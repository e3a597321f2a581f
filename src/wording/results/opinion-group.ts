import type { Opinion } from '#domain/results/group-scenario.ts';
import { peopleCount, spelled } from '../numbers.ts';
import { joined, leading } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { spreadSentence } from './opinion-spread.ts';

type Group = Opinion['groups'][number];

/** What an opinion group is called by, from the largest on: A, B… */
export const groupLetter = (i: number): string => String.fromCharCode(65 + i);

/** Whether people stand apart in ways of seeing, or are spread out, and on whose answers that stands. */
export function opinionLead({ groups, placed, spread }: Opinion, wording: Wording): string {
  if (spread !== undefined) return spreadSentence(spread, placed, wording);
  const n = groups.length;
  const facts = { n, said: spelled(n, wording), placed: peopleCount(placed, 'exact', wording) };
  return leading(wording.say(n === 0 ? 'card.opinion.none' : 'card.opinion.lead', facts), wording);
}

/** Some people with what is typical of them: an opinion group, or those at one end of a spread. */
interface OpinionPart extends Pick<Group, 'typical'> {
  readonly title: string;
}

/** The opinion groups from the largest on, or the two ends between which opinion is spread out. */
export function opinionParts({ groups, spread }: Opinion, { say }: Wording): readonly OpinionPart[] {
  const ends = spread === undefined ? [] : [spread.low, spread.high];
  return [
    ...groups.map(({ n, typical }, i) => ({
      title: say('card.opinion.group', { letter: groupLetter(i), n }),
      typical,
    })),
    ...ends.map((typical, i) => ({ title: say(`results.spread-${i === 0 ? 'left' : 'right'}`), typical })),
  ];
}

/** What is typical of a group, side by side, naming so many trajectories a side as `titled` writes them. */
export function typicalLines(
  { typical }: Pick<Group, 'typical'>,
  most: number,
  titled: (trajectory: string) => string,
  wording: Wording,
): readonly string[] {
  const lines = (['for', 'against'] as const).flatMap((side) => {
    const titles = typical
      .filter((one) => one.side === side)
      .slice(0, most)
      .map(({ trajectory }) => titled(trajectory));
    return titles.length === 0
      ? []
      : [wording.say(`card.opinion.${side}`, { titles: joined(wording, titles) })];
  });
  return lines.length === 0 ? [wording.say('card.opinion.plain')] : lines;
}

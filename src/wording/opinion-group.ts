import type { Opinion } from '#domain/results/group-scenario.ts';
import { peopleCount, spelled } from './numbers.ts';
import { joined, leading } from './titles.ts';
import type { Wording } from './wording.ts';

type Group = Opinion['groups'][number];

/** What an opinion group is called by, from the largest on: A, B… */
export const groupLetter = (i: number): string => String.fromCharCode(65 + i);

/** How many ways of seeing there are, and on whose answers they stand. */
export const waysLead = (count: number, placed: number, wording: Wording): string =>
  leading(
    wording.say('card.opinion.lead', {
      n: count,
      said: spelled(count, wording),
      placed: peopleCount(placed, 'exact', wording),
    }),
    wording,
  );

/** What is typical of a group, side by side, naming so many trajectories a side as `titled` writes them. */
export function typicalLines(
  { typical }: Group,
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

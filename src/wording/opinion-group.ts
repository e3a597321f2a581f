import type { Opinion } from '#domain/results/group-scenario.ts';
import { joined } from './titles.ts';
import type { Wording } from './wording.ts';

type Group = Opinion['groups'][number];

/** What an opinion group is called by, from the largest on: A, B… */
export const groupLetter = (i: number): string => String.fromCharCode(65 + i);

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

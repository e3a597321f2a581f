import { minGroups } from '#domain/consultation/consultation.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { type Grain, peopleCount, spelled } from '../numbers.ts';
import { joined, leading, within } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { onPaper } from './on-paper.ts';
import { partText, type ToldParts, toldParts } from './told-parts.ts';

/** Who took part, as far as it may be told: how many, that they chose to, their roles and kinds of place. */
export function participants({ n, who }: GroupScenario, grain: Grain, wording: Wording): readonly string[] {
  const { text } = wording;
  const paper = onPaper({ n, who }, grain, wording);
  return [
    choseToTakePart(n, grain, wording),
    ...(paper === undefined ? [] : [paper]),
    ...told('roles', toldParts(who.roles, text.roles), grain, wording),
    ...told('territories', toldParts(who.territories, text.territories), grain, wording),
  ];
}

/** "52 personnes ont choisi de prendre part." Never that those who did not think the same. */
export const choseToTakePart = (n: number, grain: Grain, wording: Wording): string =>
  leading(wording.say('card.group.who', { n, people: peopleCount(n, grain, wording) }), wording);

/** Categories within a sentence, with how many people are in each; coarsely their names, and which hold nearly all. */
export const partNames = (shown: ToldParts['shown'], grain: Grain, wording: Wording): readonly string[] =>
  shown.map(({ title, part }) => {
    const name = within(title, wording);
    if (grain === 'coarse' && typeof part === 'number') return name;
    return wording.say('card.group.count', { title: name, count: partText(part, String, wording) });
  });

function told(
  of: 'roles' | 'territories',
  { shown, few }: ToldParts,
  grain: Grain,
  wording: Wording,
): readonly string[] {
  const { say } = wording;
  const names = joined(wording, partNames(shown, grain, wording));
  const small = {
    n: few,
    all: shown.length === 0 ? 'yes' : 'no',
    said: spelled(minGroups.facilitator, wording),
  };
  return [
    ...(names === '' ? [] : [say(`card.group.${of}`, { [of]: names })]),
    ...(few === 0 ? [] : [say(`card.group.${of}-few`, small)]),
  ];
}

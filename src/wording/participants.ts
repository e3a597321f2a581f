import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { type Grain, peopleCount } from './numbers.ts';
import { joined, leading, within } from './titles.ts';
import type { Wording } from './wording.ts';

/** Who took part, as far as it may be told: how many, that they chose to, their roles and kinds of territory. */
export function participants(
  { n, who }: GroupScenario,
  minGroup: number,
  grain: Grain,
  wording: Wording,
): readonly string[] {
  const { say, text } = wording;
  const roles = told(toldCounts(who.roles, text.roles), grain, wording);
  const territories = told(toldCounts(who.territories, text.territories), grain, wording);
  return [
    choseToTakePart(n, grain, wording),
    ...(roles.shown === '' ? [] : [say('card.group.roles', { roles: roles.shown })]),
    // People may have several roles, so that a hidden count is always a small one.
    ...(roles.hidden === '' ? [] : [say('card.group.roles-few', { minGroup, roles: roles.hidden })]),
    ...(territories.shown === '' ? [] : [say('card.group.territories', { territories: territories.shown })]),
    // A larger count is hidden beside a small one that could be computed from it.
    ...(territories.hidden === '' ? [] : [say('card.group.territories-hidden')]),
  ];
}

/** "52 personnes ont choisi de prendre part." Never that those who did not think the same. */
export const choseToTakePart = (n: number, grain: Grain, wording: Wording): string =>
  leading(wording.say('card.group.who', { n, people: peopleCount(n, grain, wording) }), wording);

type Counts = Readonly<Record<string, number | null>>;

/** Counts that may be told with their names, the largest first, and the names of those that may not; nobody is left out. */
export function toldCounts(counts: Counts, titles: Readonly<Record<string, string>>) {
  const all = Object.entries(counts).map(([id, count]) => ({ id, title: titles[id] ?? id, count }));
  const shown = all
    .flatMap(({ count, ...one }) => (count === null || count === 0 ? [] : [{ ...one, count }]))
    .toSorted((a, b) => b.count - a.count);
  return { shown, hidden: all.filter(({ count }) => count === null).map(({ title }) => title) };
}

function told({ shown, hidden }: ReturnType<typeof toldCounts>, grain: Grain, wording: Wording) {
  const lines = shown.map(({ title, count }) =>
    grain === 'exact'
      ? wording.say('card.group.count', { title: within(title, wording), count })
      : within(title, wording),
  );
  return {
    shown: joined(wording, lines),
    hidden: joined(
      wording,
      hidden.map((title) => within(title, wording)),
    ),
  };
}

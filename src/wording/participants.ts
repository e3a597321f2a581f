import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { joined, within } from './titles.ts';
import type { Wording } from './wording.ts';

/** Who took part, as far as it may be told: how many, that they chose to, their roles and kinds of territory. */
export function participants(
  { n, who }: GroupScenario,
  minGroup: number,
  wording: Wording,
): readonly string[] {
  const { say, text } = wording;
  const roles = told(who.roles, text.roles, wording);
  const territories = told(who.territories, text.territories, wording);
  return [
    say('card.group.who', { n }),
    ...(roles.shown === '' ? [] : [say('card.group.roles', { roles: roles.shown })]),
    // People may have several roles, so that a hidden count is always a small one.
    ...(roles.hidden === '' ? [] : [say('card.group.roles-few', { minGroup, roles: roles.hidden })]),
    ...(territories.shown === '' ? [] : [say('card.group.territories', { territories: territories.shown })]),
    // A larger count is hidden beside a small one that could be computed from it.
    ...(territories.hidden === '' ? [] : [say('card.group.territories-hidden')]),
  ];
}

/** Counts that may be shown, largest first, and the names of those that may not. */
function told(
  counts: Readonly<Record<string, number | null>>,
  titles: Readonly<Record<string, string>>,
  wording: Wording,
) {
  const named = Object.entries(counts).map(([id, count]) => ({
    title: within(titles[id] ?? id, wording),
    count,
  }));
  const shown = named.flatMap(({ title, count }) =>
    count === null || count === 0 ? [] : [{ title, count }],
  );
  const hidden = named.filter(({ count }) => count === null).map(({ title }) => title);
  const lines = shown
    .sort((a, b) => b.count - a.count)
    .map(({ title, count }) => wording.say('card.group.count', { title, count }));
  return { shown: joined(wording, lines), hidden: joined(wording, hidden) };
}

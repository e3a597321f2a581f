import type { View } from '#cards/view.ts';
import type { GroupScenario } from '../domain/results/group-scenario.ts';
import { joined, within } from './titles.ts';

/** Who took part, as far as it may be told: how many, that they chose to, their roles and kinds of territory. */
export function participants({ n, who }: GroupScenario, minGroup: number, view: View): readonly string[] {
  const { say, text } = view;
  const roles = told(who.roles, text.roles, view);
  const territories = told(who.territories, text.territories, view);
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
  view: View,
) {
  const named = Object.entries(counts).map(([id, count]) => ({
    title: within(titles[id] ?? id, view),
    count,
  }));
  const shown = named.flatMap(({ title, count }) =>
    count === null || count === 0 ? [] : [{ title, count }],
  );
  const hidden = named.filter(({ count }) => count === null).map(({ title }) => title);
  const lines = shown
    .sort((a, b) => b.count - a.count)
    .map(({ title, count }) => view.say('card.group.count', { title, count }));
  return { shown: joined(view, lines), hidden: joined(view, hidden) };
}

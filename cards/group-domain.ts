import type { GroupScenario, GroupTrajectory } from '#domain/group-scenario.ts';
import { reveal } from './actions.ts';
import { aside, buttons, type Element, heading } from './elements.ts';
import { groupTrajectory } from './group-trajectory.ts';
import { lines } from './plain.ts';
import { domainTitle } from './titles.ts';
import type { View } from './view.ts';

/** One domain of the group scenario with its most telling trajectories; the exact figures one tap away. */
export function groupDomain(
  { domain, n, trajectories }: GroupScenario['domains'][number],
  shown: number,
  minGroup: number,
  view: View,
): { body: readonly Element[]; text: string } {
  const { say } = view;
  const title = domainTitle(view, domain);
  const count = n === null ? say('card.group.domain-few', { minGroup }) : say('card.group.domain', { n });
  const drawn = telling(trajectories, shown).map((one, i) =>
    groupTrajectory(one, `${domain}-${i + 1}`, minGroup, view),
  );
  const ids = drawn.flatMap(({ exact }) => exact ?? []);
  const left = trajectories.length - drawn.length;
  const more = left > 0 ? say('card.group.more', { n: left }) : undefined;
  return {
    body: [
      heading(title, { size: 'Medium', spacing: 'Large' }),
      aside(count, { spacing: 'None' }),
      ...drawn.flatMap(({ body }) => body),
      ...(more === undefined ? [] : [aside(more)]),
      ...(ids.length === 0 ? [] : [buttons([reveal(say('card.group.exact'), ids)])]),
    ],
    text: lines(title, count, ...drawn.map(({ text }) => text), more),
  };
}

/** What the group has decided or disputes tells more than what is open; among equals, in the order given. */
function telling(trajectories: readonly GroupTrajectory[], shown: number): readonly GroupTrajectory[] {
  const rank = (one: GroupTrajectory) => (one.figures === undefined ? 2 : one.class === 'open' ? 1 : 0);
  const most = [...trajectories].sort((a, b) => rank(a) - rank(b)).slice(0, shown);
  return trajectories.filter((one) => most.includes(one));
}

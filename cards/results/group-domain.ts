import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { mostTelling } from '#scenario/telling.ts';
import type { Grain } from '#wording/numbers.ts';
import { countOf } from '#wording/results/group-lines.ts';
import { domainTitle } from '#wording/titles.ts';
import { reveal } from '../parts/actions.ts';
import type { Part } from '../parts/card.ts';
import { aside, buttons, heading } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { View } from '../view.ts';
import { groupTrajectory } from './group-trajectory.ts';

type Domain = GroupScenario['domains'][number];

/** One domain of the group scenario, class by class; the exact figures one tap away. */
export function groupDomain(domain: Domain, shown: number, minGroup: number, grain: Grain, view: View): Part {
  const { say } = view;
  const title = domainTitle(view, domain.domain);
  const count = countOf(domain, minGroup, grain, view);
  const most = mostTelling(domain.trajectories, shown);
  const drawn = most.map((one, i) =>
    groupTrajectory(one, `${domain.domain}-${i + 1}`, minGroup, grain, view),
  );
  const ids = drawn.flatMap(({ exact }) => exact ?? []);
  const left = domain.trajectories.length - drawn.length;
  const more = left > 0 ? say('card.group.more', { n: left }) : undefined;
  return {
    body: [
      heading(title),
      aside(count, { spacing: 'None' }),
      ...(ids.length === 0 ? [] : [aside(say('card.group.bar'))]),
      ...drawn.flatMap(({ body }) => body),
      ...(more === undefined ? [] : [aside(more)]),
      ...(ids.length === 0
        ? []
        : [buttons([reveal(say(grain === 'exact' ? 'card.group.exact' : 'card.group.in-detail'), ids)])]),
    ],
    text: lines(title, count, ...drawn.map(({ text }) => text), more),
  };
}

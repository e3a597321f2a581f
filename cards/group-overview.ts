import type { GroupScenario, GroupTrajectory } from '#domain/group-scenario.ts';
import { beside } from './actions.ts';
import { aside, type Element, panel, words } from './elements.ts';
import { classes, countOf, telling } from './group-domain.ts';
import { groupTrajectory } from './group-trajectory.ts';
import { lines } from './plain.ts';
import { domainTitle, joined, trajectoryTitle } from './titles.ts';
import type { View } from './view.ts';

interface Drawn {
  readonly body: readonly Element[];
  readonly text: string;
}

/** One domain in short, to tap for the whole: how many trajectories of each class, and those that tell most. */
export function domainInShort(domain: GroupScenario['domains'][number], minGroup: number, view: View): Drawn {
  const { say } = view;
  const title = domainTitle(view, domain.domain);
  const count = countOf(domain, minGroup, view);
  const known = domain.trajectories.filter(({ figures }) => figures !== undefined);
  const tallied = classes.flatMap((it) => {
    const n = known.filter((one) => one.class === it).length;
    return n === 0 ? [] : [say(`card.group.count-${it}`, { n })];
  });
  const decided = telling(known, 2).filter((one) => one.class !== 'open');
  const named = decided.map((one) =>
    say('card.group.named', {
      verdict: say(`card.class.${one.class}`),
      title: trajectoryTitle(view, one.trajectory),
    }),
  );
  const sum = tallied.length === 0 ? undefined : say('card.group.sum', { counts: joined(view, tallied) });
  return {
    body: [
      panel(
        [
          words(title, { weight: 'Bolder' }),
          aside(count, { spacing: 'None' }),
          ...(sum === undefined ? [] : [words(sum, { spacing: 'Small' })]),
          ...named.map((line) => words(line, { size: 'Small', spacing: 'Small' })),
        ],
        {
          style: 'emphasis',
          selectAction: beside(view, title, { act: 'group-domain', domain: domain.domain }),
        },
      ),
    ],
    text: lines(
      title,
      count,
      sum,
      ...telling(known, 2).map((one) => groupTrajectory(one, '', minGroup, view).text),
    ),
  };
}

/** What a group would gain most from talking over: the contested ones, the most divided first. */
export function worthDebating({ domains }: GroupScenario, most: number): readonly GroupTrajectory[] {
  return domains
    .flatMap(({ trajectories }) => trajectories)
    .filter((one) => one.class === 'contested' && one.figures !== undefined)
    .toSorted((a, b) => (a.figures?.agreement ?? 0) - (b.figures?.agreement ?? 0))
    .slice(0, most);
}

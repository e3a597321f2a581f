import { type GroupScenario, isKnown, type Opinion } from '#domain/results/group-scenario.ts';
import { mostTelling } from '#scenario/telling.ts';
import type { Grain } from '#wording/numbers.ts';
import { classesOf, countOf, verdictOf } from '#wording/results/group-lines.ts';
import { opinionLead, opinionParts, typicalLines } from '#wording/results/opinion-group.ts';
import { setAsideSentences } from '#wording/results/opinion-spread.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import { beside } from '../parts/actions.ts';
import type { Part } from '../parts/card.ts';
import { aside, panel, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { View } from '../view.ts';
import { groupTrajectory } from './group-trajectory.ts';

/** One domain in short, to tap for the whole: how many trajectories of each class, and those that tell most. */
export function domainInShort(
  domain: GroupScenario['domains'][number],
  minGroup: number,
  grain: Grain,
  view: View,
): Part {
  const { say } = view;
  const title = domainTitle(view, domain.domain);
  const count = countOf(domain, minGroup, grain, view);
  const known = domain.trajectories.filter(isKnown);
  const decided = mostTelling(known, 2).filter((one) => one.class !== 'open');
  const named = decided.map((one) =>
    say('card.group.named', {
      verdict: verdictOf(one, view),
      title: trajectoryTitle(view, one.trajectory),
    }),
  );
  const sum = classesOf(domain, view);
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
      ...mostTelling(known, 2).map((one) => groupTrajectory(one, '', minGroup, grain, view).text),
    ),
  };
}

/** What divides the group and between whom: its opinion groups by what is typical of them; nothing until it is known. */
export function divides({ opinion }: GroupScenario, titles: number, view: View): Part {
  if (opinion === undefined || opinion.placed === 0) return { body: [], text: '' };
  const { say } = view;
  const title = say('card.opinion.heading');
  const lead = opinionLead(opinion, view);
  const drawn = opinionParts(opinion, view).map((its) => typicalPart(its.title, its, titles, view));
  const notes = [
    ...setAsideSentences(opinion, view),
    ...(opinion.groups.length === 0 ? [] : [say('card.opinion.caution')]),
  ];
  return {
    body: [
      words(title, { weight: 'Bolder', spacing: 'Large' }),
      words(lead, { spacing: 'Small' }),
      ...drawn.flatMap(({ body }) => body),
      ...notes.map((line) => aside(line)),
    ],
    text: lines(title, lead, ...drawn.map(({ text }) => text), ...notes),
  };
}

function typicalPart(
  title: string,
  its: Pick<Opinion['groups'][number], 'typical'>,
  most: number,
  view: View,
): Part {
  const said = typicalLines(its, most, (trajectory) => trajectoryTitle(view, trajectory), view);
  return {
    body: [
      panel(
        [
          words(title, { weight: 'Bolder' }),
          ...said.map((line) => words(line, { size: 'Small', spacing: 'Small' })),
        ],
        { style: 'emphasis' },
      ),
    ],
    text: lines(title, ...said),
  };
}

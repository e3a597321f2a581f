import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { Submit } from '#domain/conversation/submit.ts';
import { answerTitle, domainTitle, questionTitle, trajectoryTitle } from '#wording/titles.ts';
import { beside, forward } from '../parts/actions.ts';
import { type Content, fitted } from '../parts/card.ts';
import { aside, type Element, heading, panel, typed, words } from '../parts/elements.ts';
import { pickOne } from '../parts/inputs.ts';
import { lines, shorten } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

type Groups = ReturnType<typeof changeable>;

/** What may be changed: rows to tap by domain, with so many characters of each answer; one list when there are too many. */
export function changes(reply: ReplyOf<'help'>, view: View): Rendered {
  const groups = changeable(reply, view);
  return fitted<number | 'list'>(view, [120, 30, 0, 'list'], (detail) =>
    detail === 'list' ? list(groups, view) : rows(groups, detail, view),
  );
}

function rows(groups: Groups, longest: number, view: View): Content {
  const { say } = view;
  const profile = { title: say('card.changes.profile'), change: { profile: true } };
  return {
    body: [
      heading(say('card.changes.heading')),
      words(say('card.changes.lead')),
      tap(profile, longest, view),
      ...groups.flatMap(({ title, items }) => [
        words(title, { weight: 'Bolder', spacing: 'Medium' }),
        ...items.map((item) => tap(item, longest, view)),
      ]),
    ],
    actions: [
      forward(view, say('button.resume'), { act: 'word', word: 'resume' }),
      beside(view, say('button.menu'), { act: 'word', word: 'menu' }),
    ],
    text: lines(
      say('card.changes.heading'),
      say('card.changes.lead'),
      say('card.changes.how'),
      `1. ${profile.title}`,
      ...numbered(groups),
    ),
  };
}

/** By their places in the list, from 2 on: the person's profile is the first. */
function numbered(groups: Groups): readonly string[] {
  let place = 1;
  return groups.flatMap(({ title, items }) => [
    title,
    ...items.map((item) => {
      place += 1;
      return `${place}. ${item.title}`;
    }),
  ]);
}

function tap({ title, answer, change }: Changeable, longest: number, view: View): Element {
  const said = answer === undefined || longest === 0 ? undefined : shorten(answer, longest);
  const items = said === undefined ? [words(title)] : [aside(title), typed('', said, { spacing: 'None' })];
  const selectAction = beside(view, title, { act: 'change', ...change });
  return panel(items, { style: 'emphasis', selectAction });
}

/** A list under the name of questions: ids of questions and trajectories never meet. */
function list(groups: Groups, view: View): Content {
  const { say } = view;
  const choices = groups.flatMap(({ title, items }) =>
    items.map((item) => ({
      title: say('card.changes.choice', { domain: title, item: item.title }),
      value: item.change.question ?? item.change.trajectory ?? '',
    })),
  );
  const asked = { id: 'question', label: say('card.changes.which'), error: say('card.changes.missing') };
  return {
    body: [heading(say('card.changes.heading')), pickOne(asked, choices, say('card.choose'))],
    actions: [
      forward(view, say('card.changes.change'), { act: 'change' }),
      beside(view, say('card.changes.profile'), { act: 'change', profile: true }),
      beside(view, say('button.resume'), { act: 'word', word: 'resume' }),
    ],
    text: lines(
      say('card.changes.heading'),
      ...groups.map(({ title, items }) => say('card.changes.domain', { domain: title, n: items.length })),
    ),
  };
}

/** Something a person may answer anew. */
interface Changeable {
  readonly title: string;
  readonly answer?: string;
  readonly change: Omit<Extract<Submit, { act: 'change' }>, 'act'>;
}

/** What may be changed, by domain: the answers, then the trajectories. */
function changeable({ questions, trajectories }: ReplyOf<'help'>, view: View) {
  return view.catalogue.domains.flatMap((domain) => {
    const asked = new Set(domain.questions.map(({ id }) => id));
    const shown = new Set(domain.trajectories.map(({ id }) => id));
    const items: readonly Changeable[] = [
      ...questions
        .filter(({ question }) => asked.has(question))
        .map(({ question, answer }) => ({
          title: questionTitle(view, question),
          answer: answerTitle(view, question, answer),
          change: { question },
        })),
      ...trajectories
        .filter((trajectory) => shown.has(trajectory))
        .map((trajectory) => ({ title: trajectoryTitle(view, trajectory), change: { trajectory } })),
    ];
    return items.length === 0 ? [] : [{ title: domainTitle(view, domain.id), items }];
  });
}

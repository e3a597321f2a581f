import type { Prompt, ReplyOf } from '#domain/conversation/reply.ts';
import { longestText } from '#domain/participant/answer.ts';
import { longestRemark } from '#domain/participant/ballot.ts';
import { listed, optionTitle, quoted, trajectoryTitle } from '#wording/titles.ts';
import { card } from '../parts/card.ts';
import { type Element, heading, panel, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';
import { prompt } from './prompt.ts';

/** What was understood and what is needed, above the same form; after two tries, the way on. */
export function retry(reply: ReplyOf<'retry'>, view: View): Rendered {
  const { say } = view;
  const form = prompt(reply.asked, view);
  const needed = say(`retry.${reply.reason}`, limits(reply.asked, view));
  const understood = understoodOf(reply, view);
  const wayOn = reply.maySkip ? say('card.retry.way-on') : undefined;
  const more = [understood, wayOn].flatMap((text) => text ?? []);
  const said = panel(
    [
      heading(needed, { size: 'Default', spacing: 'None' }),
      ...more.map((text) => words(text, { spacing: 'Small' })),
    ],
    { style: 'warning' },
  );
  return card(view, {
    ...form,
    body: [said, ...apart(form.body)],
    text: lines(needed, understood, wayOn, form.text),
  });
}

/** The form begins with some air below what is said. */
const apart = ([first, ...others]: readonly Element[]): readonly Element[] =>
  first === undefined ? [] : [{ ...first, spacing: 'Medium' }, ...others];

function understoodOf({ understood = [], asked }: ReplyOf<'retry'>, view: View): string | undefined {
  if (understood.length === 0) return undefined;
  const titles = understood.map((id) => quoted(view, titleOf(id, asked, view)));
  return view.say('card.retry.understood', { titles: listed(view, titles, 'disjunction') });
}

/** What an option's id says to the person; roles and territories come as `role:…` and `territory:…`. */
function titleOf(id: string, asked: Prompt, view: View): string {
  const { text } = view;
  if (asked.label === 'menu') return trajectoryTitle(view, id);
  if (asked.label === 'question') return optionTitle(view, asked.question, id);
  const [, kind, bare = ''] = /^(role|territory):(.*)$/.exec(id) ?? [];
  const spoken: Readonly<Record<string, string>> = { ...text.stances, ...text.horizons, ...text.criteria };
  const from = kind === 'role' ? text.roles : kind === 'territory' ? text.territories : spoken;
  return from[kind === undefined ? id : bare] ?? id;
}

/** The limits that a reason may speak of. */
function limits(asked: Prompt, { catalogue }: View) {
  if (asked.label !== 'question') return { max: 2, longest: longestRemark };
  const all = catalogue.domains.flatMap(({ questions }) => questions);
  const question = all.find(({ id }) => id === asked.question);
  const max = question?.kind === 'multi' ? (question.max ?? question.options.length) : 1;
  return { max, longest: longestText };
}

/** A button of a card that is past; what is asked now follows. */
export function stale({ say }: View): Rendered {
  return { text: say('card.stale') };
}

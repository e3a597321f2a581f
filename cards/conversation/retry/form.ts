import type { Prompt } from '#domain/conversation/prompt.ts';
import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { Action, Element } from '../../parts/elements.ts';
import { lines, numbered } from '../../parts/plain.ts';
import type { View } from '../../view.ts';
import { prompt } from '../prompt.ts';

interface BareForm {
  readonly inputs: readonly Element[];
  readonly actions: readonly Action[];
  readonly text: string;
}

/** The form of what is asked without its words, which stand above: its fields, with what was understood filled in. */
export function bareForm(reply: ReplyOf<'retry'>, view: View): BareForm {
  const asked = filledIn(reply);
  // The menu is all buttons.
  if (asked.label === 'menu' && asked.of === 'progress') return { inputs: [], actions: [], text: '' };
  const { body, actions, text } = prompt(asked, view);
  const inputs = body.filter(isField);
  return { inputs, actions, text: shortText(asked, view) ?? text };
}

/** A field, or two answers side by side, each sent by a tap with the fields: without those nobody could send the fields. */
const isField = ({ type }: Element): boolean => type.startsWith('Input.') || type === 'ColumnSet';

/** Of a question with several answers, its choices alone: its words stand further up. */
function shortText(asked: Prompt, view: View): string | undefined {
  if (asked.label !== 'question') return undefined;
  const { options } = view.text.questions[asked.question] ?? {};
  if (options === undefined) return view.say('card.question.how-text');
  const choices = Object.values(options).map((title) => ({ title }));
  return lines(numbered(choices), view.say('card.question.how-several'));
}

/** Of several answers, those understood; more than the question takes are for the person to choose among. */
function filledIn({ asked, understood = [], sure = [], reason }: ReplyOf<'retry'>): Prompt {
  const values = [...sure, ...understood];
  if (asked.label !== 'question' || values.length === 0 || reason === 'too-many') return asked;
  return { ...asked, given: { kind: 'multi', values } };
}

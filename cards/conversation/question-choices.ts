import type { Question } from '#domain/catalogue/catalogue.ts';
import type { Prompt } from '#domain/conversation/prompt.ts';
import { optionTitle, pointTitle } from '#wording/titles.ts';
import type { Choice } from '../parts/inputs.ts';
import type { View } from '../view.ts';

type Asked = Pick<Extract<Prompt, { label: 'question' }>, 'question' | 'domain'>;

/** The question that is asked; nothing where a later catalogue has it no more. */
export const questionIn = ({ question, domain }: Asked, { catalogue }: View): Question | undefined =>
  catalogue.domains.find(({ id }) => id === domain)?.questions.find(({ id }) => id === question);

/** What may be answered, as it is read; nothing where words of one's own are. */
export function questionChoices(asked: Question, view: View): readonly Choice[] {
  if (asked.kind === 'text') return [];
  if (asked.kind === 'scale')
    return [1, 2, 3, 4, 5].map((point) => ({ title: pointTitle(view, asked.id, point), value: `${point}` }));
  return asked.options.map((id) => ({ title: optionTitle(view, asked.id, id), value: id }));
}

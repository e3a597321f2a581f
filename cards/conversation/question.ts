import type { Question } from '#domain/catalogue/catalogue.ts';
import type { Prompt } from '#domain/conversation/prompt.ts';
import type { Answer } from '#domain/participant/answer.ts';
import { longestText } from '#domain/participant/answer.ts';
import { questionTitle } from '#wording/titles.ts';
import { beside, forward } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { type Action, answerRows, type Element, eyebrow, heading, words } from '../parts/elements.ts';
import { type Choice, chooseOne, chooseSeveral, shared, write } from '../parts/inputs.ts';
import { lines, numbered } from '../parts/plain.ts';
import { step } from '../parts/step.ts';
import type { View } from '../view.ts';
import { questionChoices, questionIn } from './question-choices.ts';

type Asked = Extract<Prompt, { label: 'question' }>;

/** One question of a domain, filled in with what was answered before. */
export function question(asked: Asked, view: View): Content {
  const found = questionIn(asked, view);
  const where = step(asked, view);
  const title = questionTitle(view, asked.question);
  const { hint } = view.text.questions[asked.question] ?? {};
  // A question with several answers says how many in its hint, which then is the label of its choices.
  const above = found?.kind === 'multi' ? undefined : hint;
  const form = found && formOf(found, asked.given, hint, view);
  const isTapped = found !== undefined && asked.given === undefined && isByOneTap(found);
  return {
    body: [
      eyebrow(where),
      heading(title, { size: 'Medium' }),
      ...(asked.changed ? [words(view.say('card.question.changed'), { weight: 'Bolder' })] : []),
      ...(above === undefined ? [] : [words(above, { isSubtle: true, spacing: 'Small' })]),
      ...(isTapped ? answers(found, view) : (form?.inputs ?? [])),
    ],
    actions: actions(asked.question, isTapped, view),
    text: lines(
      where,
      title,
      asked.changed && view.say('card.question.changed'),
      hint,
      form?.choices,
      form?.how,
      view.say('card.question.how-not'),
    ),
  };
}

/** More answers than this are a list to choose from. */
const mostButtons = 8;

/** Where one answer is to be given among a few, a tap gives it. */
const isByOneTap = (asked: Question): boolean =>
  asked.kind === 'scale' || (asked.kind === 'choice' && asked.options.length <= mostButtons);

function answers(asked: Question, view: View): readonly Element[] {
  return answerRows(
    questionChoices(asked, view).map(({ title, value }) =>
      beside(view, title, { act: 'answer', question: asked.id, value }),
    ),
  );
}

function actions(question: string, isTapped: boolean, view: View): readonly Action[] {
  const { say } = view;
  return [
    ...(isTapped ? [] : [forward(view, say('button.continue'), { act: 'answer', question })]),
    beside(view, say('button.dont-know'), { act: 'answer', question, none: 'dont-know' }),
    beside(view, say('button.skip'), { act: 'answer', question, none: 'skipped' }),
    beside(view, say('button.back'), { act: 'word', word: 'back' }),
    beside(view, say('button.menu'), { act: 'word', word: 'menu' }),
  ];
}

interface Form {
  readonly inputs: readonly Element[];
  readonly choices?: string;
  readonly how: string;
}

function formOf(asked: Question, given: Answer | undefined, hint: string | undefined, view: View): Form {
  const { say } = view;
  const field = (label: string, error: string) => ({ id: 'value', label, error, ...prefilled(given) });
  const one = (label: string, choices: readonly Choice[], how: string): Form => ({
    inputs: [chooseOne(field(label, say('card.question.one-missing')), choices, say('card.choose'))],
    choices: numbered(choices),
    how,
  });
  const choices = questionChoices(asked, view);
  switch (asked.kind) {
    case 'choice':
      return one(say('card.question.one'), choices, say('card.question.how-one'));
    case 'multi': {
      const label = hint ?? say('card.question.several', { max: asked.max ?? choices.length });
      const input = chooseSeveral(field(label, say('card.question.several-missing')), choices);
      return { inputs: [input], choices: numbered(choices), how: say('card.question.how-several') };
    }
    case 'scale':
      return one(say('card.question.scale'), choices, say('card.question.how-scale'));
    case 'text': {
      const label = say('card.question.text', { longest: longestText });
      return {
        inputs: [
          write(field(label, say('card.question.text-missing')), longestText),
          shared(given?.kind === 'text' ? given : {}, view),
        ],
        how: say('card.question.how-text'),
      };
    }
  }
}

/** What an input holds for an answer; nothing for "I don't know" and "skipped". */
function prefilled(answer: Answer | undefined): { value?: string } {
  if (answer?.kind === 'multi') return { value: answer.values.join(',') };
  if (answer === undefined || !('value' in answer)) return {};
  return { value: `${answer.value}` };
}

import type { Word } from '#domain/conversation/submit.ts';
import { beside, forward } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { heading, panel, words } from '../parts/elements.ts';
import { otherLanguages } from '../parts/languages.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** What may be said at any time, as rows to tap and as words to type. */
export function help(view: View): Rendered {
  const { say } = view;
  const isRound = view.consultation.round !== undefined;
  const known = [
    ...helped
      .filter((word) => isRound || word !== 'second-round')
      .filter((word) => word !== 'propose' || view.consultation.proposals === 'allowed')
      .map((word) => ({
        submit: { act: 'word', word } as const,
        name: say(`card.help.words.${word}.name`),
        text: say(`card.help.words.${word}.text`),
      })),
    ...otherLanguages(view).map(({ language, name, proposal }) => ({
      submit: { act: 'language', language } as const,
      name,
      text: proposal,
    })),
  ];
  return card(view, {
    body: [
      heading(say('card.help.heading')),
      words(say('card.help.lead')),
      ...known.map(({ submit, name, text }) =>
        panel([words(name, { weight: 'Bolder' }), words(text, { spacing: 'None' })], {
          style: 'emphasis',
          selectAction: beside(view, name, submit),
        }),
      ),
    ],
    actions: [forward(view, say('button.resume'), { act: 'word', word: 'resume' })],
    text: lines(
      say('card.help.heading'),
      say('card.help.lead'),
      ...known.map(({ name, text }) => say('card.help.line', { name, text })),
    ),
  });
}

/** In the order in which they are of use. */
const helped = [
  'menu',
  'back',
  'skip',
  'change',
  'more',
  'titles',
  'propose',
  'my-scenario',
  'group',
  'vision',
  'my-place',
  'second-round',
  'follow-up',
  'pause',
  'later',
  'my-data',
  'erase',
] as const satisfies readonly Word[];

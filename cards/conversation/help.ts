import type { Word } from '#domain/conversation/submit.ts';
import { beside, forward } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { heading, panel, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** What may be said at any time, as rows to tap and as words to type. */
export function help(view: View): Rendered {
  const { say } = view;
  const known = helped(view).map((word) => ({
    word,
    name: say(`card.help.words.${word}.name`),
    text: say(`card.help.words.${word}.text`),
  }));
  return card(view, {
    body: [
      heading(say('card.help.heading')),
      words(say('card.help.lead')),
      ...known.map(({ word, name, text }) =>
        panel([words(name, { weight: 'Bolder' }), words(text, { spacing: 'None' })], {
          style: 'emphasis',
          selectAction: beside(view, name, { act: 'word', word }),
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

/** In the order in which they are of use; of the languages, the others. */
function helped({ language, catalogue }: View): readonly Word[] {
  const languages = { fr: 'french', en: 'english' } as const;
  const others = catalogue.languages.filter((it) => it !== language);
  const spoken = others.flatMap((it) => (it === 'fr' || it === 'en' ? [languages[it]] : []));
  return [
    'menu',
    'back',
    'skip',
    'change',
    'more',
    'titles',
    'my-scenario',
    'group',
    'vision',
    'my-place',
    'pause',
    'later',
    'my-data',
    'erase',
    ...spoken,
  ];
}

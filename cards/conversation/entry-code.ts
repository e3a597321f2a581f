import { responsible } from '#wording/information/information.ts';
import { consultationNames } from '#wording/titles.ts';
import { forward } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { aside, eyebrow, heading, words } from '../parts/elements.ts';
import { writeLine } from '../parts/inputs.ts';
import { speakBeside } from '../parts/languages.ts';
import { lines } from '../parts/plain.ts';
import type { View } from '../view.ts';

/** Asks whoever comes for the code of their invitation, before anything else; a link with the code in it fills it in. */
export function entryCode(view: View): Content {
  const { say } = view;
  const what = say('entry-code.card.what');
  const unlinked = say('entry-code.card.unlinked');
  const lost = say('entry-code.card.lost', { reach: responsible(view) });
  return {
    body: [
      eyebrow(consultationNames(view).title),
      heading(say('entry-code.card.heading')),
      words(what),
      writeLine(
        { id: 'code', label: say('entry-code.card.label'), error: say('entry-code.card.empty') },
        longest,
        say('entry-code.card.example'),
      ),
      aside(unlinked),
      aside(lost),
    ],
    actions: [forward(view, say('entry-code.card.enter'), { act: 'entry-code' }), ...speakBeside(view)],
    text: lines(say('entry-code.card.heading'), what, unlinked, lost, say('entry-code.card.how')),
  };
}

/** With spaces around. */
const longest = 20;

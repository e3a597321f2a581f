import type { Prompt } from '#domain/conversation/prompt.ts';
import {
  informationFacts,
  informationInShort,
  informationText,
  ownInformation,
} from '#wording/information/information.ts';
import { consultationNames } from '#wording/titles.ts';
import { beside, forward, reveal } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { aside, buttons, type Element, eyebrow, heading, panel, typed, words } from '../parts/elements.ts';
import { toggle } from '../parts/inputs.ts';
import { speakBeside } from '../parts/languages.ts';
import { lines } from '../parts/plain.ts';
import type { View } from '../view.ts';

/** The information before anything is kept, then the go-ahead. */
export function consent({ shown }: Extract<Prompt, { label: 'consent' }>, view: View): Content {
  const { say, language } = view;
  const own = ownInformation(view);
  const answer = { act: 'consent', language, ...(shown !== undefined && { shown }) } as const;
  return {
    body: [
      eyebrow(consultationNames(view).title),
      heading(say('card.consent.heading')),
      ...(own === undefined
        ? usual(view)
        : [...paragraphs(own), unclear(view), aside(say('card.consent.free'))]),
    ],
    actions: [
      forward(view, say('card.consent.agree'), { ...answer, agree: true }),
      beside(view, say('card.consent.refuse'), { ...answer, agree: false }),
      ...speakBeside(view),
    ],
    text: lines(
      say('card.consent.heading'),
      informationText(view),
      say('card.consent.free'),
      say('card.consent.how'),
    ),
  };
}

/** Five lines, and the whole behind a button. */
function usual(view: View): readonly Element[] {
  const facts = informationFacts(view).map(({ label, text }) => typed(label, text));
  return [
    ...informationInShort(view).map((line) => typed('', line, { spacing: 'Small' })),
    buttons([reveal(view.say('card.consent.more'), [whole])]),
    panel([words(view.say('card.consent.purpose')), ...facts, unclear(view)], {
      id: whole,
      isVisible: false,
    }),
  ];
}

const whole = 'whole';

const unclear = ({ say }: View): Element =>
  toggle({ id: 'unclear', label: say('card.consent.unclear.label') }, say('card.consent.unclear.allow'));

/** What the consultation's own facilitator wrote, as they wrote it. */
const paragraphs = (text: string): readonly Element[] => text.split(/\n{2,}/).map((one) => typed('', one));

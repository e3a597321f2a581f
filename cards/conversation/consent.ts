import type { Prompt } from '#domain/conversation/reply.ts';
import { informationFacts, informationText } from '#wording/information.ts';
import { consultationNames } from '#wording/titles.ts';
import { beside, forward } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { aside, type Element, eyebrow, heading, typed, words } from '../parts/elements.ts';
import { toggle } from '../parts/inputs.ts';
import { lines } from '../parts/plain.ts';
import type { View } from '../view.ts';

/** The information before anything is kept, then the go-ahead. */
export function consent({ shown }: Extract<Prompt, { label: 'consent' }>, view: View): Content {
  const { say, language } = view;
  const own = view.consultation.information?.[language];
  const answer = { act: 'consent', language, ...(shown !== undefined && { shown }) } as const;
  return {
    body: [
      eyebrow(consultationNames(view).title),
      heading(say('card.consent.heading')),
      ...(own === undefined ? usual(view) : paragraphs(own)),
      toggle({ id: 'unclear', label: say('card.consent.unclear.label') }, say('card.consent.unclear.allow')),
      aside(say('card.consent.free')),
    ],
    actions: [
      forward(view, say('card.consent.agree'), { ...answer, agree: true }),
      beside(view, say('card.consent.refuse'), { ...answer, agree: false }),
    ],
    text: lines(
      say('card.consent.heading'),
      informationText(view),
      say('card.consent.free'),
      say('card.consent.how'),
    ),
  };
}

function usual(view: View): readonly Element[] {
  const facts = informationFacts(view).map(({ label, text }) => typed(label, text));
  return [words(view.say('card.consent.purpose')), ...facts];
}

/** What the consultation's own facilitator wrote, as they wrote it. */
const paragraphs = (text: string): readonly Element[] => text.split(/\n{2,}/).map((one) => typed('', one));

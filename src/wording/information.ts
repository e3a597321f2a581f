import { about } from '#cards/parts/about.ts';
import type { View } from '#cards/view.ts';

/** What is said of a person's data before they agree, fact by fact. */
export function informationFacts(view: View): readonly { readonly label: string; readonly text: string }[] {
  const { say, consultation } = view;
  const { contact } = consultation.controller;
  const { controller } = about(view);
  const responsible =
    contact === '' ? controller : say('card.consent.controller.reach', { controller, contact });
  return [
    { label: say('card.consent.controller.label'), text: responsible },
    { label: say('card.consent.kept.label'), text: say('card.consent.kept.text') },
    { label: say('card.consent.readers.label'), text: say('card.consent.readers.text') },
    {
      label: say('card.consent.retention.label'),
      text: say('card.consent.retention.text', { months: consultation.retentionMonths }),
    },
    { label: say('card.consent.basis.label'), text: say('card.consent.basis.text') },
    { label: say('card.consent.rights.label'), text: say('card.consent.rights.text') },
  ];
}

/** The whole of it in plain paragraphs: the consultation's own words, or those that come with the program. */
export function informationText(view: View): string {
  const own = view.consultation.information?.[view.language];
  if (own !== undefined) return own;
  const facts = informationFacts(view).map(({ label, text }) => `${label} ${text}`);
  return [view.say('card.consent.purpose'), ...facts].join('\n\n');
}

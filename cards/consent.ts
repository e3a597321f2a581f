import { about } from './about.ts';
import { beside, forward } from './actions.ts';
import type { Content } from './card.ts';
import { aside, eyebrow, heading, typed, words } from './elements.ts';
import { lines } from './plain.ts';
import type { View } from './view.ts';

/** The information before anything is kept, then the go-ahead. */
export function consent(view: View): Content {
  const { say } = view;
  const purpose = say('card.consent.purpose');
  const facts = information(view);
  return {
    body: [
      eyebrow(about(view).title),
      heading(say('card.consent.heading')),
      words(purpose),
      ...facts.map(({ label, text }) => typed(label, text)),
      aside(say('card.consent.free')),
    ],
    actions: [
      forward(view, say('card.consent.agree'), { act: 'consent', agree: true, language: view.language }),
      beside(view, say('card.consent.refuse'), { act: 'consent', agree: false, language: view.language }),
    ],
    text: lines(
      say('card.consent.heading'),
      purpose,
      ...facts.map(({ label, text }) => `${label} ${text}`),
      say('card.consent.free'),
      say('card.consent.how'),
    ),
  };
}

function information(view: View) {
  const { say, consultation } = view;
  const { contact } = consultation.controller;
  const { controller } = about(view);
  const responsible =
    contact === '' ? controller : say('card.consent.controller.reach', { controller, contact });
  return [
    { label: say('card.consent.controller.label'), text: responsible },
    { label: say('card.consent.kept.label'), text: say('card.consent.kept.text') },
    {
      label: say('card.consent.retention.label'),
      text: say('card.consent.retention.text', { months: consultation.retentionMonths }),
    },
    { label: say('card.consent.basis.label'), text: say('card.consent.basis.text') },
    { label: say('card.consent.rights.label'), text: say('card.consent.rights.text') },
  ];
}

import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { button, hidden } from '../fields.ts';
import type { Member } from '../visit.ts';

/** The button that reminds those who stopped half-way, and what the last press of it did. */
export function reminder(consultation: Consultation, visit: Member): Html {
  const { say, token, account, now, query } = visit;
  const n = Number(/^\d{1,7}$/.exec(query.get('rappels') ?? '')?.[0] ?? Number.NaN);
  const told = Number.isNaN(n)
    ? html``
    : html`<p class="told" role="status">${say('participation.remind.done', { n })}</p>`;
  if (!isOpen(consultation, now) || account.role === 'reader') return told;
  return html`${told}<section><h2>${say('participation.remind.title')}</h2><p>${say('participation.remind.how')}</p>
<form method="post" action="/animation/c/${consultation.id}/rappel">${hidden('jeton', token)}${button(say('participation.remind.do'), 'beside')}</form></section>`;
}

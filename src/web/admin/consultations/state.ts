import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { calendarLine } from '#wording/calendar-line.ts';
import { leading } from '#wording/titles.ts';
import { button, hidden } from '../fields.ts';
import type { Member } from '../visit.ts';

/** From when to when, in words. */
export const calendarOf = (consultation: Consultation, visit: Member): string =>
  leading(calendarLine({ ...visit, consultation }), visit);

const ways = {
  draft: ['duplicate', 'delete'],
  early: ['duplicate', 'close'],
  open: ['duplicate', 'close'],
  closed: ['duplicate', 'archive'],
  archived: ['duplicate', 'restore'],
} as const;

/** Where each change of a consultation's life is sent. */
export const lifePaths = {
  open: 'ouverture',
  close: 'cloture',
  archive: 'archivage',
  restore: 'retour',
  duplicate: 'copie',
  delete: 'suppression',
  erase: 'effacement',
  reopen: 'reouverture',
} as const;

/** What stage a consultation is at, and what may become of it. */
export function state(consultation: Consultation, visit: Member): Html {
  const { say, token, role } = visit;
  const phase = phaseOf(consultation, visit.now);
  const forms = ways[phase].map((way) => {
    const send = html`<form method="post" action="/animation/c/${consultation.id}/${lifePaths[way]}" class="inline">${hidden('jeton', token)}`;
    const grave = way === 'close' || way === 'delete';
    if (!grave) return html`${send}${button(say(`admin.life.${way}.do`), 'beside')}</form>`;
    return html`<details class="grave"><summary>${say(`admin.life.${way}.do`)}</summary><p>${say(`admin.life.${way}.sure`)}</p>${send}${button(say(`admin.life.${way}.yes`), 'grave')}</form></details>`;
  });
  const isToReopen = phase === 'closed' && consultation.erasure === undefined && role === 'owner';
  const reopening = html` <a href="/animation/c/${consultation.id}/${lifePaths.reopen}">${say('admin.reopen.do')}</a>`;
  return html`<div class="state"><p><span class="phase ${phase}">${say(`admin.phase.${phase}`)}</span> ${calendarOf(consultation, visit)}</p>${
    role === 'reader'
      ? ''
      : html`<div class="ways">${forms.reduce((a, b) => html`${a} ${b}`, html``)}${isToReopen ? reopening : ''}</div>`
  }</div>`;
}

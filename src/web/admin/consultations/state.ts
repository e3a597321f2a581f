import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { undoableUntil } from '#domain/consultation/reopening.ts';
import { openRound } from '#domain/consultation/second-round.ts';
import { standingResult } from '#domain/consultation/standing-result.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { button, hidden } from '../fields.ts';
import { calendarOf, moment } from '../said.ts';
import { settingsAddress } from '../settings/address.ts';
import type { Member } from '../visit.ts';

const ways = {
  draft: ['duplicate', 'delete'],
  early: ['duplicate'],
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
  round: 'second-tour',
  endRound: 'second-tour/fin',
  takeBack: 'ouverture/retrait',
  undo: 'cloture/retrait',
  told: 'suites',
  notTold: 'suites/retrait',
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
  const undone = isToReopen ? undoableUntil(consultation, visit.now) : undefined;
  const undoing =
    undone === undefined
      ? html``
      : html`<form method="post" action="/animation/c/${consultation.id}/${lifePaths.undo}" class="inline">${hidden('jeton', token)}${button(say('dates.undo.do'), 'beside')}<small>${say('dates.undo.until', { moment: moment(undone, visit, consultation.timeZone) })}</small></form>`;
  const takingBack =
    phase === 'early'
      ? html`<a href="${settingsAddress(consultation.id, 'calendar')}">${say('dates.opening.change')}</a> <form method="post" action="/animation/c/${consultation.id}/${lifePaths.takeBack}" class="inline">${hidden('jeton', token)}${button(say('dates.opening.take-back'), 'beside')}</form>`
      : html``;
  const reopening = html` <a href="/animation/c/${consultation.id}/${lifePaths.reopen}">${say('admin.reopen.do')}</a>`;
  return html`<div class="state"><p><span class="phase ${phase}">${say(`admin.phase.${phase}`)}</span> ${calendarOf(consultation, visit)}</p>${
    role === 'reader'
      ? ''
      : html`<div class="ways">${forms.reduce((a, b) => html`${a} ${b}`, html``)} ${takingBack}${undoing}${secondRound(consultation, visit)} ${isToReopen ? reopening : ''}</div>`
  }</div>`;
}

/** The way to a second round, once there is a result to look at; while it is open, the way to its end. */
function secondRound(its: Consultation, { say, token, role, now }: Member): Html {
  const way = `/animation/c/${its.id}`;
  if (openRound(its, now) !== undefined)
    return html`<span class="phase open">${say('round.under-way')}</span> <form method="post" action="${way}/${lifePaths.endRound}" class="inline">${hidden('jeton', token)}${button(say('round.end'), 'beside')}</form>`;
  const phase = phaseOf(its, now);
  const mayOpen = phase === 'open' || (phase === 'closed' && role === 'owner' && its.erasure === undefined);
  if (!mayOpen || its.round !== undefined || standingResult(its) === undefined) return html``;
  return html`<a href="${way}/${lifePaths.round}">${say('round.do')}</a>`;
}

import type { KnownSheet } from '#domain/paper/sheet.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { button, hidden } from '../fields.ts';
import { moment } from '../said.ts';
import type { Member } from '../visit.ts';
import { paperAddress } from './paper-address.ts';

interface SheetList {
  readonly visit: Member;
  readonly code: string;
  readonly timeZone: string | undefined;
  readonly sheets: readonly KnownSheet[];
  /** Whether they who look may correct them; and take them away. */
  readonly mayChange: boolean;
  readonly mayRemove: boolean;
}

const shown = 20;

/** How many sheets were entered, and the last of them with the ways to correct them. */
export function sheetList(list: SheetList): Html {
  const { visit, code, sheets, mayRemove } = list;
  const { say } = visit;
  const rows = sheets.slice(0, shown).map((sheet) => row(sheet, list));
  const find = html`<form method="get" action="${paperAddress(code)}/feuille" class="find-sheet"><label for="autre">${say('paper.list.other')}</label> <input id="autre" name="numero" inputmode="numeric" maxlength="5" required> ${button(say('paper.list.open'), 'beside')}</form>`;
  return html`<section id="feuilles"><h2>${say('paper.list.title')}</h2>
<p><strong>${say('paper.list.count', { n: sheets.length })}</strong></p>
${rows.length === 0 ? '' : html`<p class="quiet">${say('paper.list.last', { n: rows.length })}</p><ul class="sheets">${joined(rows)}</ul>`}
${mayRemove && sheets.length > 0 ? find : ''}</section>`;
}

function row({ number, at }: KnownSheet, { visit, code, timeZone, mayChange, mayRemove }: SheetList): Html {
  const { say } = visit;
  const to = `${paperAddress(code)}/feuilles/${number}`;
  const facts = say('paper.list.entered', { number, moment: moment(at, visit, timeZone) });
  const change = mayChange ? html` <a href="${to}">${say('paper.list.change', { number })}</a>` : '';
  return html`<li><span>${facts}</span>${change}${mayRemove ? removal(number, code, visit) : ''}</li>`;
}

/** Asked once more: what is removed has to be entered again. */
export const removal = (number: number, code: string, { say, token }: Member): Html =>
  html`<details class="grave"><summary>${say('paper.list.remove', { number })}</summary><p>${say('paper.list.sure')}</p>
<form method="post" action="${paperAddress(code)}/feuilles/${`${number}`}/retrait">${hidden('jeton', token)}${button(say('paper.list.yes', { number }), 'grave')}</form></details>`;

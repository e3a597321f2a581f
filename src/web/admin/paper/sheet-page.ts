import type { Consultation } from '#domain/consultation/consultation.ts';
import { type KnownSheet, SheetNumber } from '#domain/paper/sheet.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { withinDomains } from '#wording/wording.ts';
import { hasProblems, type Problems } from '../fields.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, withProblems } from '../visit.ts';
import { paperAddress } from './paper-address.ts';
import { mayDoWith, type PaperPageParts } from './paper-parts.ts';
import { sheetForm } from './sheet-form.ts';
import { removal, sheetList } from './sheet-list.ts';

interface Shown {
  readonly filled: (name: string) => string;
  readonly problems?: Problems;
  /** Of a sheet that was entered before. */
  readonly number?: number;
}

/** The consultation as a sheet is entered in it. */
export const viewed = ({ viewOf }: Pick<PaperPageParts, 'viewOf'>, its: Consultation, { language }: Member) =>
  withinDomains(viewOf(its, language));

/** The page of one sheet, a new one or one that was entered: its form, then the sheets that are there or the way to remove it. */
export async function sheetPage(
  parts: PaperPageParts,
  visit: Member,
  its: Consultation,
  { filled, problems = {}, number }: Shown,
): Promise<AdminAnswer> {
  const { say } = visit;
  const home = paperAddress(its.id);
  const may = mayDoWith(its, visit);
  const isNew = number === undefined;
  const action = isNew ? `${home}/saisie` : `${home}/feuilles/${number}`;
  const view = viewed(parts, its, visit);
  const form = { visit, view, action, filled, problems, ...(!isNew && { number }) };
  const sheets = isNew ? await parts.application.sheetsOf(its.id) : [];
  const list = { visit, code: its.id, timeZone: its.timeZone, sheets, ...may };
  const body = html`<p><a href="${home}">${say('paper.form.back')}</a></p>
${isNew ? keptNow(visit, sheets) : ''}${may.mayChange ? sheetForm(form) : html`<p class="standing">${say('paper.page.closed')}</p>`}
${isNew ? sheetList(list) : html`<section>${removal(number, its.id, visit)}</section>`}`;
  const title = isNew ? say('paper.form.title') : say('paper.form.title-change', { number });
  return withProblems(tabPage('invite', its, visit, body, title), hasProblems(problems));
}

/** No sheet has this number: said, with the way back. */
export function noSheet(visit: Member, its: Consultation): AdminAnswer {
  const { say, params } = visit;
  const number = (params.sheet ?? '').slice(0, 10);
  const body = html`<p>${say('paper.form.none', { number })}</p><p><a href="${paperAddress(its.id)}#feuilles">${say('paper.form.back')}</a></p>`;
  return { ...tabPage('invite', its, visit, body, say('paper.form.none-title')), status: 404 };
}

/** The number of a sheet that an address names. */
export const numberIn = (text = ''): number | undefined =>
  SheetNumber.safeParse(/^\d{1,5}$/.test(text) ? Number(text) : Number.NaN).data;

/** What was done a moment ago, with the way to correct it. */
function keptNow({ say, query, params }: Member, sheets: readonly KnownSheet[]): Html {
  const told = (['feuille', 'modifiee'] as const).flatMap((name) => {
    const number = numberIn(query.get(name) ?? '');
    return number !== undefined && sheets.some((one) => one.number === number) ? [{ name, number }] : [];
  })[0];
  if (told === undefined) return html``;
  const { name, number } = told;
  const to = `${paperAddress(params.code ?? '')}/feuilles/${number}`;
  return html`<p class="told" role="status">${say(`paper.said.${name}`, { number, n: sheets.length })} <a href="${to}">${say('paper.list.change', { number })}</a></p>`;
}

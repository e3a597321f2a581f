import type { Consultation } from '#domain/consultation/consultation.ts';
import { paperCounts } from '#domain/consultation/settings/settings.ts';
import type { KnownSheet } from '#domain/paper/sheet.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageWithin } from '#wording/settings/setting-problem.ts';
import type { Wording } from '#wording/wording.ts';
import { button, choose, hasProblems, hidden, line, type Problems, problemList, summary } from '../fields.ts';
import { spokenIn } from '../projection-screen/spoken-in.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, withProblems } from '../visit.ts';
import { paperAddress } from './paper-address.ts';
import { mayDoWith } from './paper-parts.ts';
import { sheetList } from './sheet-list.ts';

/** How many numbered sheets are printed at once: nine pages each over a whole catalogue, some seconds on the thread of documents. */
export const mostPrinted = 25;

export interface PaperPage {
  readonly visit: Member;
  readonly its: Consultation;
  readonly view: Wording;
  readonly sheets: readonly KnownSheet[];
  /** What was just done, in words. */
  readonly told?: string;
  /** A file of which nothing was kept. */
  readonly wrongFile?: readonly string[];
  /** What was asked to be printed and cannot be. */
  readonly wrongPrint?: Problems;
}

/** What is printed, how sheets are counted, how they come in, and which did. */
export function paperPage(page: PaperPage): AdminAnswer {
  const { visit, its, sheets, told, wrongFile, wrongPrint = {} } = page;
  const { say } = visit;
  const may = mayDoWith(its, visit);
  const body = html`${told === undefined ? '' : html`<p class="told" role="status">${told}</p>`}${wrongFile === undefined ? '' : problemList(say('paper.file.nothing-kept'), wrongFile)}${summary(wrongPrint, say('admin.problems'))}
<p class="lead">${say('paper.page.lead')}</p>
${print(page)}
${counting(page)}
${entering(page)}
${sheetList({ visit, code: its.id, timeZone: its.timeZone, sheets, ...may })}`;
  const shown = tabPage('invite', its, visit, body, say('paper.page.title'));
  return withProblems(shown, wrongFile !== undefined || hasProblems(wrongPrint));
}

function print({ visit, its, view, sheets, wrongPrint = {} }: PaperPage): Html {
  const { say, query } = visit;
  const here = paperAddress(its.id);
  const languages = spokenIn(view, visit.languages);
  const files = languages.map(
    (language) =>
      html`<li><a href="${here}/feuille.pdf?lang=${language}" download>${say('paper.print.blank', { language: languageWithin(language, visit.language) })}</a></li>`,
  );
  const next = Math.max(0, ...sheets.map(({ number }) => number)) + 1;
  const value = (name: string, otherwise: number) => query.get(name) ?? `${otherwise}`;
  return html`<section><h2>${say('paper.print.title')}</h2>
<p>${say('paper.print.how')}</p>
<ul class="papers">${joined(files)}</ul>
<h3>${say('paper.print.numbered')}</h3>
<form method="get" action="${here}/feuilles.pdf" class="print-sheets">
${line({ name: 'de', type: 'number', label: say('paper.print.from'), value: value('de', next), required: true, problem: wrongPrint.de })}
${line({ name: 'n', type: 'number', label: say('paper.print.n'), value: value('n', 10), required: true, problem: wrongPrint.n })}
<p class="ways">${joined(
    languages.map(
      (language) =>
        html`<button type="submit" class="beside" name="lang" value="${language}">${say('paper.print.do', { language: languageWithin(language, visit.language) })}</button>`,
    ),
  )}</p></form>
<p class="quiet">${say('paper.print.questions')}</p></section>`;
}

/** How sheets are counted: asked until there is one, said from then on. */
function counting({ visit, its }: PaperPage): Html {
  const { say, token } = visit;
  const how = its.paper ?? 'with';
  const title = html`<h2>${say('paper.count.title')}</h2>`;
  const now = html`<p>${say(`paper.count.now-${how}`)}</p>`;
  if (its.paperSince !== undefined)
    return html`<section id="compte">${title}${now}<p class="quiet">${say('paper.count.fixed')}</p></section>`;
  const { mayWrite, phase } = mayDoWith(its, visit);
  if (!mayWrite || phase === 'archived' || phase === 'closed')
    return html`<section id="compte">${title}${now}</section>`;
  const choices = paperCounts.map((value) => ({
    value,
    label: say(`paper.count.${value}`),
    hint: say(`paper.count.${value}-hint`),
  }));
  return html`<section id="compte">${title}
<form method="post" action="${paperAddress(its.id)}/compte">${hidden('jeton', token)}
${choose({ name: 'paper', label: say('paper.count.label'), kind: 'radio', values: [how], choices })}
<p class="hint">${say('paper.count.until')}</p>
<p>${button(say('paper.count.save'), 'beside')}</p></form></section>`;
}

/** One after the other, or as a file; while people may answer. */
function entering({ visit, its }: PaperPage): Html {
  const { say, token } = visit;
  const here = paperAddress(its.id);
  const title = html`<h2>${say('paper.enter.title')}</h2>`;
  const { mayWrite, mayChange, phase } = mayDoWith(its, visit);
  const template = html`<p><a href="${here}/tableau.xlsx" download>${say('paper.enter.template')}</a></p>`;
  if (!mayWrite) return html`<section>${title}${template}</section>`;
  if (!mayChange) {
    const isToCome = phase === 'draft' || phase === 'early';
    return html`<section>${title}<p class="standing">${say(isToCome ? 'paper.page.early' : 'paper.page.closed')}</p>${isToCome ? template : ''}</section>`;
  }
  return html`<section>${title}
<p><a class="way" href="${here}/saisie">${say('paper.enter.one')}</a></p>
<p>${say('paper.enter.keys')}</p>
<h3>${say('paper.enter.file-title')}</h3>
<p>${say('paper.enter.file-how')}</p>${template}
<form method="post" action="${here}/fichier" enctype="multipart/form-data">${hidden('jeton', token)}
<div class="field"><label for="fichier">${say('paper.enter.file')}</label><input id="fichier" name="fichier" type="file" accept=".xlsx,.csv,.tsv,.txt,text/csv,text/plain"></div>
<p>${button(say('paper.enter.send'), 'beside')}</p></form></section>`;
}

import type { Deed } from '#domain/deed.ts';
import { csvOf } from '#papers/tables/csv-of.ts';
import { html } from '../page/html.ts';
import { joined } from '../page/joined.ts';
import type { Desk } from './desk.ts';
import type { Journal } from './journal.ts';
import { moment } from './said.ts';
import type { Member } from './visit.ts';

/** Lines on the page; the file has them all. */
const most = 200;

/** `/animation/journal`: what was done in the space, by whom and when; `/animation/journal.csv` to keep. */
export function mountJournal(desk: Desk, journal: Journal): void {
  desk.page('/journal', 'reader', async (visit) => {
    const { say } = visit;
    const deeds = await journal.read();
    const head = ['at', 'by', 'did', 'consultation'].map((key) => say(`desk.journal.${key}`));
    return {
      kind: 'page',
      title: say('desk.journal.title'),
      body: html`<p class="lead">${say('desk.journal.lead')}</p>
<p><a href="/animation/journal.csv" download>${say('desk.journal.file')}</a></p>
<div class="wide" tabindex="0" role="region" aria-label="${say('desk.journal.title')}"><table><thead><tr>${joined(
        head.map((cell) => html`<th scope="col">${cell}</th>`),
      )}</tr></thead><tbody>${joined(
        deeds.slice(0, most).map((deed) => {
          const [at = '', ...cells] = row(deed, visit);
          return html`<tr><th scope="row">${at}</th>${joined(cells.map((cell) => html`<td>${cell}</td>`))}</tr>`;
        }),
      )}</tbody></table></div>${
        deeds.length > most
          ? html`<p class="quiet">${say('desk.journal.more', { n: deeds.length, most })}</p>`
          : ''
      }`,
    };
  });
  desk.page('/journal.csv', 'reader', async (visit) => {
    const head = ['at', 'by', 'did', 'consultation'].map((key) => visit.say(`desk.journal.${key}`));
    const rows = (await journal.read()).map((deed) => {
      const [, ...cells] = row(deed, visit);
      return [deed.at, ...cells];
    });
    const bytes = csvOf({ head, rows, language: visit.language });
    return { kind: 'file', name: 'journal.csv', type: 'text/csv; charset=utf-8', bytes };
  });
}

function row({ at, by, did, consultation, facts }: Deed, visit: Member): string[] {
  const { say } = visit;
  const { name = '', role = '', n = 0, format = '' } = facts;
  const known = role === '' ? '' : say(`desk.role.${role}`);
  const said = say(`desk.deed.${did}`, { name, role: known, n, format });
  return [moment(at, visit), by.name === '' ? say('desk.journal.nobody') : by.name, said, consultation ?? ''];
}

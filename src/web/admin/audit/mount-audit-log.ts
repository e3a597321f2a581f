import { readAuditLog } from '#application/audit/read-audit-log.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { csvOf } from '#documents/tables/csv-of.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { AuditEntry } from '#domain/records/audit-entry.ts';
import { isAudited } from '#domain/records/audit-filter.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { hasProblems } from '../fields.ts';
import { named } from '../said.ts';
import type { Member } from '../visit.ts';
import { filterForm } from './filter-form.ts';
import { type AuditLine, lineOf, linesPart } from './lines.ts';
import { type AskedLines, readFilter } from './read-filter.ts';

type AuditParts = Pick<ApplicationParts, 'audit' | 'store' | 'catalogues'>;

/** Lines a page; the file has them all. */
const size = 50;

/** `/animation/journal`: what was done in the space, by whom and when, as far as it is looked for; `/animation/journal.csv` to keep. */
export function mountAuditLog(admin: Admin, application: AuditParts): void {
  admin.page('/journal', 'reader', async (visit) => {
    const { say } = visit;
    const all = await readAuditLog(application, visit.actor);
    const asked = readFilter(visit, all);
    const isWrong = hasProblems(asked.problems);
    const found = isWrong ? [] : all.filter((entry) => isAudited(entry, asked.filter));
    const about = await consultationsOf(all, application);
    const titles = new Map([...about].map(([code, its]) => [code, named(its.title, visit)]));
    const at = pageAt(visit, found.length);
    const shown = found.slice((at - 1) * size, at * size);
    const file = `/animation/journal.csv${asked.query === '' ? '' : `?${asked.query}`}`;
    return {
      kind: 'page',
      title: say('admin.audit.title'),
      ...(isWrong && { status: 422 }),
      body: html`<p class="lead">${say(visit.actor.role === undefined ? 'admin.audit.lead-yours' : 'admin.audit.lead')}</p>
${filterForm(visit, all, titles, asked.problems)}
${isWrong ? '' : html`<p role="status">${say('admin.audit.found', { n: found.length })}</p>`}
${found.length === 0 ? '' : html`<p><a href="${file}" download>${say(asked.query === '' ? 'admin.audit.file' : 'admin.audit.file-found')}</a></p>`}
${linesPart(inWords(shown, about, visit, application), titles, visit)}
${pages(at, found.length, asked, visit)}`,
    };
  });
  admin.page('/journal.csv', 'reader', async (visit) => {
    const { say } = visit;
    const head = ['at', 'by', 'did', 'consultation', 'changed'].map((key) => say(`admin.audit.${key}`));
    const all = await readAuditLog(application, visit.actor);
    const { filter, problems } = readFilter(visit, all);
    if (hasProblems(problems)) return { kind: 'missing' };
    const found = all.filter((entry) => isAudited(entry, filter));
    const lines = inWords(found, await consultationsOf(found, application), visit, application);
    const rows = lines.map(({ by, did, consultation, changes }, i) => [
      ...[found[i]?.at ?? '', by, did, consultation, changes.join(' ')],
    ]);
    const bytes = csvOf({ head, rows, language: visit.language });
    return { kind: 'file', name: 'journal.csv', type: 'text/csv; charset=utf-8', bytes };
  });
}

/** The consultations that lines are about and that are still there, by their codes. */
async function consultationsOf(
  entries: readonly AuditEntry[],
  { store }: AuditParts,
): Promise<ReadonlyMap<string, Consultation>> {
  const codes = new Set(entries.flatMap(({ consultation = [] }) => consultation));
  const found = new Map<string, Consultation>();
  for (const code of codes) {
    const its = await store.load('consultation', code);
    if (its !== undefined) found.set(code, its);
  }
  return found;
}

/** Said with the words of the content that each consultation is held on; of one that is gone, with those that come first. */
const inWords = (
  entries: readonly AuditEntry[],
  about: ReadonlyMap<string, Consultation>,
  visit: Member,
  { catalogues }: AuditParts,
): readonly AuditLine[] =>
  entries.map((entry) => {
    const its = about.get(entry.consultation ?? '');
    const catalogue = (its && catalogues.find(its.catalogue)) ?? catalogues.all[0];
    return lineOf(entry, visit, textIn(catalogue, visit.language));
  });

/** The page that is asked for, from 1 on; past the last one: the last. */
function pageAt({ query }: Member, n: number): number {
  const asked = Number(/^\d{1,6}$/.exec(query.get('page') ?? '')?.[0] ?? 1);
  return Math.max(1, Math.min(asked, Math.ceil(n / size)));
}

/** The ways to what is newer and older; nothing where all stands on one page. */
function pages(at: number, n: number, { query }: AskedLines, { say }: Member): Html {
  const last = Math.ceil(n / size);
  if (last < 2) return html``;
  const way = (page: number, words: 'newer' | 'older') => {
    const to = new URLSearchParams(query);
    to.set('page', `${page}`);
    return html`<a href="/animation/journal?${to.toString()}" rel="${words === 'newer' ? 'prev' : 'next'}">${say(`admin.audit.${words}`)}</a>`;
  };
  return html`<nav class="pager" aria-label="${say('admin.audit.pages')}">${at > 1 ? way(at - 1, 'newer') : ''} <span>${say('admin.audit.page', { at, last })}</span> ${at < last ? way(at + 1, 'older') : ''}</nav>`;
}

import { z } from 'zod';
import { readAuditLog } from '#application/audit/read-audit-log.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { csvOf } from '#documents/tables/csv-of.ts';
import type { AuditEntry } from '#domain/records/audit-entry.ts';
import { html } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import type { Admin } from '../admin.ts';
import { day, moment } from '../said.ts';
import type { Member } from '../visit.ts';

/** Lines on the page; the file has them all. */
const most = 200;

/** `/animation/journal`: what was done in the space, by whom and when; `/animation/journal.csv` to keep. */
export function mountAuditLog(admin: Admin, application: Pick<ApplicationParts, 'audit'>): void {
  admin.page('/journal', 'reader', async (visit) => {
    const { say } = visit;
    const entries = await readAuditLog(application, visit.actor);
    const head = ['at', 'by', 'did', 'consultation'].map((key) => say(`admin.audit.${key}`));
    const rows = entries.slice(0, most).map((entry) => row(entry, visit));
    return {
      kind: 'page',
      title: say('admin.audit.title'),
      body: html`<p class="lead">${say(visit.actor.role === undefined ? 'admin.audit.lead-yours' : 'admin.audit.lead')}</p>
<p><a href="/animation/journal.csv" download>${say('admin.audit.file')}</a></p>
${wideTable(say('admin.audit.title'), { head, rows })}${
  entries.length > most
    ? html`<p class="quiet">${say('admin.audit.more', { n: entries.length, most })}</p>`
    : ''
}`,
    };
  });
  admin.page('/journal.csv', 'reader', async (visit) => {
    const head = ['at', 'by', 'did', 'consultation'].map((key) => visit.say(`admin.audit.${key}`));
    const rows = (await readAuditLog(application, visit.actor)).map((entry) => {
      const [, ...cells] = row(entry, visit);
      return [entry.at, ...cells];
    });
    const bytes = csvOf({ head, rows, language: visit.language });
    return { kind: 'file', name: 'journal.csv', type: 'text/csv; charset=utf-8', bytes };
  });
}

function row({ at, by, action, consultation, facts }: AuditEntry, visit: Member): string[] {
  const { say } = visit;
  const { name = '', role = '', n = 0, format = '' } = facts;
  const known = role === '' ? '' : say(`admin.role.${role}`);
  const said = say(`admin.action.${action}`, { name: called(`${name}`, visit), role: known, n, format });
  return [moment(at, visit), by.name || unnamed(by.id, visit), said, consultation ?? ''];
}

/** A snapshot without a name of its own is called by its moment, an erasure by its day. */
function called(name: string, visit: Member): string {
  if (z.iso.datetime().safeParse(name).success) return moment(name, visit);
  return z.iso.date().safeParse(name).success ? day(`${name}T12:00:00Z`, visit, 'UTC') : name;
}

/** Whoever acted without a name that is known. */
function unnamed(id: string, { say }: Member): string {
  if (id.startsWith('chat-')) return say('admin.audit.chat');
  return say(id === 'program' ? 'admin.audit.program' : 'admin.audit.nobody');
}

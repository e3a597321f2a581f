import { z } from 'zod';
import { formats } from '#documents/export-file.ts';
import type { AuditEntry } from '#domain/records/audit-entry.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { changeInWords, type Speech } from '#wording/settings/setting-in-words.ts';
import { day, moment } from '../said.ts';
import type { Member } from '../visit.ts';
import { actorName } from './filter-form.ts';

/** A line as it is read: who did what, when and where, and what changed by it. */
export interface AuditLine {
  readonly at: string;
  readonly by: string;
  readonly did: string;
  readonly consultation: string;
  /** A sentence for each setting; empty where nothing changed so, or it was not written down yet. */
  readonly changes: readonly string[];
}

/** `text`: the words of the content that the consultation is held on. */
export function lineOf(entry: AuditEntry, visit: Member, text: Speech['text']): AuditLine {
  const { say } = visit;
  const { at, action, consultation = '', facts, changes = [] } = entry;
  const { name = '', role = '', n = 0, format = '', version = '', why = '' } = facts;
  const known = role === '' ? '' : say(`admin.role.${role}`);
  return {
    at: moment(at, visit),
    by: actorName(entry, visit),
    did: say(`admin.action.${action}`, {
      ...facts,
      name: called(`${name}`, visit),
      role: known,
      n,
      format: fileCalled(`${format}`, visit),
      version,
      why,
    }),
    consultation,
    changes: changes.map((one) => changeInWords(one, { ...visit, text })),
  };
}

/** The lines of a page, the latest first; a consultation is called by its title, one that is gone by its code. */
export const linesPart = (
  lines: readonly AuditLine[],
  titles: ReadonlyMap<string, string>,
  { say }: Member,
): Html =>
  html`<ul class="audit" aria-label="${say('admin.audit.title')}">${joined(
    lines.map(
      ({ at, by, did, consultation, changes }) =>
        html`<li><span class="at">${at}</span> <b class="by">${by}</b> <span class="did">${did}</span> <span class="where">${titles.get(consultation) ?? consultation}</span>${
          changes.length === 0
            ? ''
            : html` <details><summary>${say('admin.audit.changes', { n: changes.length })}</summary><ul>${joined(changes.map((one) => html`<li>${one}</li>`))}</ul></details>`
        }</li>`,
    ),
  )}</ul>`;

/** A file as the page that gives it calls it. */
const fileCalled = (format: string, { say }: Member): string => {
  const known = formats.find((one) => one === format);
  return known === undefined ? format : say(`outcome.download.${known}.name`);
};

/** A snapshot without a name of its own is called by its moment, an erasure by its day. */
function called(name: string, visit: Member): string {
  if (z.iso.datetime().safeParse(name).success) return moment(name, visit);
  return z.iso.date().safeParse(name).success ? day(`${name}T12:00:00Z`, visit, 'UTC') : name;
}

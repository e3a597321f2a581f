import type { AuditEntry } from '#domain/records/audit-entry.ts';
import { actorOf, auditKinds } from '#domain/records/audit-filter.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { button, line, type Problems, pick, summary } from '../fields.ts';
import type { Member } from '../visit.ts';
import { fields as asked } from './read-filter.ts';

/** Chooses whose lines are shown, of what, and from when to when; `titles`: what consultations are called, by their codes. */
export function filterForm(
  visit: Member,
  all: readonly AuditEntry[],
  titles: ReadonlyMap<string, string>,
  problems: Problems,
): Html {
  const { say, query } = visit;
  const any = { value: '', label: say('admin.audit.any') };
  const value = (name: string) => query.get(name) ?? '';
  const people = [...peopleIn(all, visit)].map(([id, label]) => ({ value: id, label }));
  const codes = [
    ...new Set(all.flatMap(({ consultation = '' }) => (consultation === '' ? [] : [consultation]))),
  ];
  const consultations = codes.map((code) => ({ value: code, label: titles.get(code) ?? code }));
  const kinds = auditKinds.map((kind) => ({ value: kind, label: say(`admin.audit.kind.${kind}`) }));
  const byLabel = (a: { label: string }, b: { label: string }) =>
    a.label.localeCompare(b.label, visit.language);
  const chosen = (name: string, choices: readonly { value: string; label: string }[]) =>
    pick({
      name,
      label: say(`admin.audit.filter.${name}`),
      value: value(name),
      choices: [any, ...choices],
      problem: problems[name],
    });
  const on = (name: 'du' | 'au') =>
    line({
      name,
      type: 'date',
      label: say(`admin.audit.filter.${name}`),
      value: value(name),
      problem: problems[name],
    });
  return html`${summary(problems, say('admin.problems'))}
<form method="get" action="/animation/journal" class="filter">
${chosen('qui', people.toSorted(byLabel))}
${chosen('quoi', kinds)}
${codes.length === 0 ? '' : chosen('consultation', consultations.toSorted(byLabel))}
${on('du')}${on('au')}
<p>${button(say('admin.audit.show'), 'beside')}${isAsked(visit) ? html` <a href="/animation/journal">${say('admin.audit.whole')}</a>` : ''}</p></form>`;
}

const isAsked = ({ query }: Member): boolean =>
  [...query.keys()].some((name) => asked.some((one) => one === name));

/** Who acted, as they are called now: the lines begin with the latest. */
function peopleIn(all: readonly AuditEntry[], visit: Member): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  for (const entry of all) {
    const id = actorOf(entry);
    if (!people.has(id)) people.set(id, actorName(entry, visit));
  }
  return people;
}

/** Whoever acted, by their name, or where they acted without one that is known. */
export function actorName(entry: AuditEntry, { say }: Member): string {
  if (entry.by.name !== '') return entry.by.name;
  const actor = actorOf(entry);
  return say(actor === 'chat' || actor === 'program' ? `admin.audit.${actor}` : 'admin.audit.nobody');
}

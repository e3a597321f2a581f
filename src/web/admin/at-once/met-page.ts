import type { Consultation } from '#domain/consultation/consultation.ts';
import type { AuditEntry } from '#domain/records/audit-entry.ts';
import type { Leaves } from '#domain/records/meet.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { meetForm, withTheirs } from '#web/http/at-once/meet-form.ts';
import { html, joined } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { button, hidden } from '../fields.ts';
import type { AdminAnswer, Member, Tab } from '../visit.ts';
import { conflictPart, type FieldWords, type MetConflicts } from './conflict-part.ts';

interface ShortForm extends Pick<MetConflicts, 'timeZone'> {
  readonly visit: Pick<Member, 'say' | 'language' | 'token' | 'path'>;
  readonly form: Form;
  /** What was sent, and what stands now. */
  readonly mine: Leaves;
  readonly now: Leaves;
  readonly words: FieldWords;
  readonly title: string;
  /** Whose pages are around it. */
  readonly of?: { readonly its: Consultation; readonly at: Tab };
  /** Where it is sent again; absent: where it was sent. */
  readonly action?: string;
  /** Looks up what was written down of the other saving: only where both are shown. */
  readonly by?: () => Promise<AuditEntry | undefined>;
}

type MetShort =
  /** Nothing is done yet: both stand there, and one button sends the form again as chosen. */
  | { readonly page: AdminAnswer }
  /** What to take, with what others alone changed in its place; `isTheirs`: there is nothing left to do. */
  | { readonly form: Form; readonly isTheirs: boolean };

/** A form without a page of its own to show it again on, when what stands may no longer be what it was drawn from. */
export async function meetShort(given: ShortForm): Promise<MetShort> {
  const { visit, form, mine, now, title, of, action, words, timeZone } = given;
  const { left, open } = meetForm(form, mine, now);
  const merged = withTheirs(form, left, (name) => [now.get(name) ?? '']);
  if (open.length === 0) return { form: merged, isTheirs: left.size > 0 && left.size === mine.size };
  const { say, token, path } = visit;
  const sent = merged.pairs.filter(([name]) => name !== 'jeton' && name !== drawnField);
  const fields = joined(sent.map(([name, value]) => hidden(name, value)));
  const body = html`<form method="post" action="${action ?? path}" class="settings">${hidden('jeton', token)}${hidden(drawnField, drawnFrom(now))}${fields}
${conflictPart({ conflicts: open, words, by: await given.by?.(), timeZone }, visit)}<p class="ways">${button(say('admin.save'))}</p></form>`;
  return { page: { kind: 'page', status: 409, title, body, ...(of && { of }) } };
}

/** One thing that is filled in, under one name. */
export const oneField = (label: string, shown: (text: string) => string = (text) => text): FieldWords => ({
  labelOf: () => label,
  shown: (_, text) => shown(text),
});

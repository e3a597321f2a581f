import type { AuditEntry } from '#domain/records/audit-entry.ts';
import type { Conflict } from '#domain/records/meet.ts';
import { choiceOf } from '#web/http/at-once/meet-form.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { alertBox } from '../fields.ts';
import { moment } from '../said.ts';
import type { AdminVisit } from '../visit.ts';

/** How whoever chooses knows what is filled in: by names, not by ids. */
export interface FieldWords {
  /** What the field is called. */
  labelOf(name: string): string;
  /** What stands in it, where that is something. */
  shown(name: string, text: string): string;
}

export interface MetConflicts {
  readonly conflicts: readonly Conflict[];
  readonly words: FieldWords;
  /** What was written down of the other saving, where that is known. */
  readonly by?: AuditEntry | undefined;
  readonly timeZone?: string | undefined;
}

/** What two people changed at once: both, side by side, and which of them is to stand. */
export function conflictPart(
  { conflicts, words, by, timeZone }: MetConflicts,
  visit: Pick<AdminVisit, 'say' | 'language'>,
): Html {
  const { say } = visit;
  if (conflicts.length === 0) return html``;
  const who = by?.by.name ?? '';
  const at = by === undefined ? '' : moment(by.at, visit, timeZone);
  const lead = say('conflict.lead', { who: who === '' ? 'nobody' : 'somebody', name: who, moment: at });
  const fields = conflicts.map(({ name, theirs, mine }) => {
    const way = (value: 'theirs' | 'mine', text: string) =>
      html`<label class="choice"><input type="radio" name="${choiceOf(name)}" value="${value}" required> <span>${say(`conflict.${value}`)} <span class="message">${text === '' ? say('conflict.nothing') : words.shown(name, text)}</span></span></label>`;
    return html`<fieldset class="choices"><legend>${words.labelOf(name)}</legend>${way('theirs', theirs)}${way('mine', mine)}</fieldset>`;
  });
  return alertBox(say('conflict.title'), html`<p>${lead}</p>${joined(fields)}`);
}

/** Somebody else changed what was to be removed: it is to be looked at first. */
export const lookAgain = ({ say }: Pick<AdminVisit, 'say'>): Html =>
  alertBox(say('conflict.title'), html`<p>${say('conflict.look-again')}</p>`);

import type { ApplicationParts } from '#application/parts.ts';
import {
  changeWorkshopResult,
  type WorkshopChangeOutcome,
} from '#application/workshop/change-workshop-result.ts';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { Conflict, Leaves } from '#domain/records/meet.ts';
import { sayingFrom, tableLeaves } from '#domain/results/table-leaves.ts';
import { meetForm } from '#web/http/at-once/meet-form.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Member } from '../visit.ts';
import { sentTable } from './read-table.ts';

type SavedTable =
  | WorkshopChangeOutcome
  /** Somebody else saved something else of the same: nothing is saved, and both stand in the form. */
  | {
      readonly outcome: 'conflict';
      readonly conflicts: readonly Conflict[];
      readonly filled: Leaves;
      readonly now: Leaves;
    };

interface SentTable {
  readonly visit: Member;
  readonly code: string;
  readonly id: string;
  readonly domains: readonly Domain[];
  readonly form: Form;
}

/** Saves what somebody changed of a table, and nothing of what they left: of two who save at once, neither loses a word. */
export async function saveTable(sent: SentTable, application: ApplicationParts): Promise<SavedTable> {
  const { visit, code, id, domains, form } = sent;
  const before = await application.store.load('workshop-result', id);
  if (before?.consultation !== code || form.all('table').length === 0) return { outcome: 'missing' };
  const now = tableLeaves(before, domains);
  const mine = sentTable(form, domains);
  const { left, open } = meetForm(form, mine, now);
  const filled = new Map(
    [...mine].map(([name, text]) => [name, left.has(name) ? (now.get(name) ?? '') : text]),
  );
  if (open.length > 0) return { outcome: 'conflict', conflicts: open, filled, now };
  const read = sayingFrom(filled, domains);
  const isExpected = ({ version }: { readonly version: number }) => version === before.version;
  const set = await changeWorkshopResult(application, visit.actor, { code, id, ...read, isExpected });
  // Somebody saved at this very moment: it is looked at anew.
  return set.outcome === 'changed' ? saveTable(sent, application) : set;
}

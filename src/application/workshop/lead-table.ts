import { isOver } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import type { AuditAction } from '#domain/records/audit-entry.ts';
import { type BreakoutTable, tableState } from '#domain/results/breakout-table.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** What whoever facilitates does to a table; `withdraw`: it was opened and is not needed. */
export type TableAct = 'close' | 'reopen' | 'withdraw';

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'inTurn'>;

/** Closes a table, opens it again, or takes away one that nobody has come to; what a table wrote stays. `unfit`: it is not so any more. */
export async function leadTable(
  { store, audit, now, inTurn }: Parts,
  actor: Actor,
  { code, key, act }: { readonly code: string; readonly key: string; readonly act: TableAct },
): Promise<{ readonly outcome: 'done' } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(`table ${key}`, async () => {
    const its = await store.load('consultation', code);
    const table = await store.load('breakout-table', key);
    if (its === undefined || table?.consultation !== code) return missing;
    if (isOver(its)) return unfit;
    if (act === 'withdraw') {
      if (table.result !== undefined || Object.keys(table.pending).length > 0) return unfit;
      await store.erase('breakout-table', key);
    } else {
      const saved = await store.update('breakout-table', key, (one) => one && led(one, act, now()));
      if (saved.outcome === 'unchanged') return unfit;
    }
    await audit.write(actor, { action: actions[act], consultation: code, facts: { name: table.name } });
    return { outcome: 'done' };
  });
}

const actions = {
  close: 'table-closed',
  reopen: 'table-reopened',
  withdraw: 'table-withdrawn',
} as const satisfies Readonly<Record<TableAct, AuditAction>>;

/** The same table: there is nothing to do. Which phone wrote is forgotten once a table is closed. */
function led(table: BreakoutTable, act: 'close' | 'reopen', now: string): BreakoutTable {
  const isClosed = tableState(table) === 'closed';
  if (act === 'close') return isClosed ? table : { ...without(table, 'writer'), closedAt: now };
  return isClosed ? without(table, 'closedAt', 'doneAt') : table;
}

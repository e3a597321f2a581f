import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isOver } from '#domain/consultation/consultation.ts';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import { without } from '#domain/consultation/without.ts';
import type { Conflict, Leaves } from '#domain/records/meet.ts';
import type { BreakoutTable } from '#domain/results/breakout-table.ts';
import { freeNames } from '#domain/results/free-names.ts';
import type { WorkshopProblem, WorkshopSaying } from '#domain/results/judge-workshop-result.ts';
import { settleTable, standingLeaves } from '#domain/results/settle-table.ts';
import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import { breakoutTable } from '../actor.ts';
import type { ApplicationParts } from '../parts.ts';
import { addWorkshopResult } from './add-workshop-result.ts';
import { changeWorkshopResult } from './change-workshop-result.ts';
import { removeWorkshopResult } from './remove-workshop-result.ts';
import { workshopResultsOf } from './workshop-results.ts';

/** What is to stand after what a phone sent has met what stands; or what both changed, which somebody is to choose between. */
type MergedTable = { readonly leaves: Leaves } | { readonly conflicts: readonly Conflict[] };

export interface TableFill {
  readonly key: string;
  /** The key that the phone keeps; only a hash of it is kept here, while the table is open. */
  readonly device: string;
  /** `take`: this phone writes from now on, in the place of another; `finish`: the table has finished. */
  readonly act: 'save' | 'take' | 'finish';
  readonly merge: (standing: Leaves) => MergedTable;
}

export type FillOutcome =
  | { readonly outcome: 'done' }
  /** Not open, or not there. */
  | { readonly outcome: 'closed' }
  /** Another phone writes for the table. */
  | { readonly outcome: 'other' }
  | { readonly outcome: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly outcome: 'invalid'; readonly problems: readonly WorkshopProblem[] };

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'catalogues' | 'now' | 'inTurn'>;

/** Keeps what a table entered on its phone, in its workshop result as far as it is whole; durable once it resolves. */
export const fillTable = (parts: Parts, fill: TableFill): Promise<FillOutcome> =>
  parts.inTurn(`table ${fill.key}`, () => filled(parts, fill, tries));

/** How often it is looked at anew because somebody else saved the same at this moment. */
const tries = 5;

/** A table that is open, with what stands of it; nothing: it is closed, or was never there. */
export async function openTable({ store, catalogues }: Pick<Parts, 'store' | 'catalogues'>, key: string) {
  const table = await store.load('breakout-table', key);
  if (table === undefined || table.closedAt !== undefined) return undefined;
  const its = await store.load('consultation', table.consultation);
  if (its === undefined || its.draft || isOver(its)) return undefined;
  const { domains } = inDomains(its, catalogues.of(its));
  const result = table.result && (await store.load('workshop-result', table.result.id));
  return { table, result, domains, standing: standingLeaves(table, result, domains) };
}

/** How the phone that writes for a table is known: nothing joins two tables of one phone. */
export const writerHash = ({ key, device }: Pick<TableFill, 'key' | 'device'>): string =>
  createHash('sha256')
    .update(JSON.stringify([key, device]))
    .digest('hex')
    .slice(0, 32);

async function filled(parts: Parts, fill: TableFill, left: number): Promise<FillOutcome> {
  const { store, now } = parts;
  const found = await openTable(parts, fill.key);
  if (found === undefined) return { outcome: 'closed' };
  const { table, result, domains, standing } = found;
  const writer = writerHash(fill);
  const isOther = table.writer !== undefined && table.writer !== writer;
  if (isOther && fill.act !== 'take') return { outcome: 'other' };
  const merged = fill.merge(standing);
  if ('conflicts' in merged) return { outcome: 'conflict', conflicts: merged.conflicts };
  const others = (await workshopResultsOf(store, table.consultation)).filter(({ id }) => id !== result?.id);
  const taken = others.map((one) => one.table);
  const leaves = result === undefined ? named(merged.leaves, table, taken) : merged.leaves;
  const settled = settleTable(leaves, { domains, taken });
  if ('problems' in settled) return { outcome: 'invalid', problems: settled.problems };
  const saved = await save(parts, table, { result, saying: settled.saying });
  if (saved === 'changed') {
    if (left === 0) throw new Error(`What table ${table.name} wrote could not be saved`);
    return filled(parts, fill, left - 1);
  }
  const people = Number(merged.leaves.get('people'));
  const kept = await store.update('breakout-table', fill.key, (one) => {
    if (one === undefined || one.closedAt !== undefined) return undefined;
    const next: BreakoutTable = {
      ...without(one, 'result', 'doneAt'),
      ...{ writer, people, pending: settled.pending },
      ...(saved && { result: { id: saved.id, version: saved.version } }),
      ...(fill.act === 'finish' && { doneAt: one.doneAt ?? now() }),
    };
    return isDeepStrictEqual(next, one) ? one : next;
  });
  if (kept.outcome === 'saved' && fill.act === 'finish' && table.doneAt === undefined)
    await parts.audit.write(breakoutTable(table.name, table.consultation), {
      ...{ action: 'table-done', consultation: table.consultation, facts: { name: table.name } },
    });
  return kept.record === undefined || kept.record.closedAt !== undefined
    ? { outcome: 'closed' }
    : { outcome: 'done' };
}

/** Somebody may have copied a sheet of the same name: whoever writes at the table can do nothing about that. */
function named(leaves: Leaves, { name }: BreakoutTable, taken: readonly string[]): Leaves {
  const [free = name] = freeNames(1, (n) => (n === 1 ? name : `${name} (${n})`), taken);
  return new Map([...leaves, ['table', free]]);
}

interface ToSave {
  readonly result: WorkshopResult | undefined;
  readonly saying: WorkshopSaying | undefined;
}

/** By the use cases of every table, and their rules. `changed`: somebody else saved it at this moment. */
async function save(
  parts: Parts,
  { name, consultation: code }: BreakoutTable,
  { result, saying }: ToSave,
): Promise<WorkshopResult | 'changed' | undefined> {
  const actor = breakoutTable(name, code);
  // It is saved as it is filled in: the audit log tells when it began and when it has finished.
  const quiet = { ...parts, audit: { ...parts.audit, write: async () => {} } };
  if (saying === undefined) {
    if (result !== undefined) await removeWorkshopResult(parts, actor, { code, id: result.id });
    return undefined;
  }
  if (result === undefined) {
    const added = await addWorkshopResult(parts, actor, { code, saying });
    return added.outcome === 'done' ? added.result : 'changed';
  }
  const isExpected = ({ version }: WorkshopResult) => version === result.version;
  const set = await changeWorkshopResult(quiet, actor, { code, id: result.id, saying, isExpected });
  return set.outcome === 'done' ? set.result : 'changed';
}

import { randomInt } from 'node:crypto';
import type { DomainId } from '#domain/catalogue/domains.ts';
import { isOver } from '#domain/consultation/consultation.ts';
import { type BreakoutTable, breakoutBounds, newTableKey } from '#domain/results/breakout-table.ts';
import { freeNames } from '#domain/results/free-names.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { breakoutTablesOf } from './breakout-tables.ts';
import { workshopResultsOf } from './workshop-results.ts';

interface TablesToOpen {
  readonly code: string;
  readonly count: number;
  /** What they work on; none of those in use, or all of them: all. */
  readonly domains: readonly DomainId[];
  /** What a table is called by its number, from 1 on; a name that is there already is passed over. */
  readonly nameOf: (number: number) => string;
}

export type OpenTablesOutcome =
  | { readonly outcome: 'done'; readonly tables: readonly BreakoutTable[] }
  /** No number of tables, or more than may be opened at once; `full`: more than a consultation may have. */
  | { readonly outcome: 'invalid'; readonly code: 'count' | 'full' }
  | Unfit
  | NotDone;

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'inTurn'>;

/** Opens tables that enter their scenario on a phone of theirs, each at an address of its own; `unfit`: a draft, or over. */
export async function openTables(
  { store, audit, now, inTurn }: Parts,
  actor: Actor,
  { code, count, domains, nameOf }: TablesToOpen,
): Promise<OpenTablesOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    if (its.draft || isOver(its)) return unfit;
    if (!Number.isInteger(count) || count < 1 || count > breakoutBounds.atOnce)
      return { outcome: 'invalid', code: 'count' };
    const there = await breakoutTablesOf(store, code);
    if (there.length + count > breakoutBounds.inAll) return { outcome: 'invalid', code: 'full' };
    const results = await workshopResultsOf(store, code);
    const names = freeNames(count, nameOf, [
      ...there.map(({ name }) => name),
      ...results.map((r) => r.table),
    ]);
    const chosen = its.domains.filter((one) => domains.includes(one));
    const isAll = chosen.length === 0 || chosen.length === its.domains.length;
    const tables = names.map(
      (name): BreakoutTable => ({
        ...{ schema: 1, id: newTableKey(randomInt), version: 0, consultation: code, name, openedAt: now() },
        ...(!isAll && { domains: chosen }),
        pending: {},
      }),
    );
    for (const table of tables) await store.save('breakout-table', table);
    await audit.write(actor, { action: 'tables-opened', consultation: code, facts: { n: count } });
    return { outcome: 'done', tables };
  });
}

import { breakoutTablesOf } from '#application/workshop/breakout-tables.ts';
import { workshopResultsOf } from '#application/workshop/workshop-results.ts';
import { type BreakoutTable, type TableState, tableState } from '#domain/results/breakout-table.ts';
import { debounce } from '#projections/debounce.ts';
import type { Store } from '#store/store.ts';

/** A table on a phone as whoever facilitates sees it: where it is, and how much it has noted. */
export interface SeenTable {
  readonly table: BreakoutTable;
  readonly state: TableState;
  /** At the table; nothing: it has not said yet. */
  readonly people: number;
  readonly kept: number;
  readonly savedAt?: string;
}

export async function seenTables(store: Store, code: string): Promise<readonly SeenTable[]> {
  const results = new Map((await workshopResultsOf(store, code)).map((one) => [one.id, one]));
  return (await breakoutTablesOf(store, code)).map((table) => {
    const result = table.result && results.get(table.result.id);
    const domains = Object.values(result?.domains ?? {});
    const savedAt = result && (result.changedAt ?? result.at);
    return {
      ...{ table, state: tableState(table), people: result?.people ?? table.people ?? 0 },
      kept: domains.reduce((n, { kept }) => n + Object.keys(kept).length, 0),
      ...(savedAt !== undefined && { savedAt }),
    };
  });
}

/** Milliseconds: what tables write is told as it comes, a few times a second at most. */
const tellMs = 300;

/** Told when something changed at a table of a consultation; returns the way to stop listening. */
export function watchTables(store: Pick<Store, 'watch'>, code: string, listener: () => void): () => void {
  const tell = debounce(listener, tellMs);
  return store.watch(({ kind, record }) => {
    if (kind !== 'breakout-table' && kind !== 'workshop-result') return;
    // What was erased no longer says whose it was.
    if (record === undefined || record.consultation === code) tell();
  });
}

import type { RecordKind } from '#domain/records/records.ts';
import type { Change, Cursor } from '#store/store.ts';
import type { Database } from '../database.ts';
import { findRows, type Row } from '../rows.ts';
import type { UnreadableRows } from '../unreadable-rows.ts';
import { type Place, placesOf } from './places.ts';

/** Records read together. */
const batch = 100;

interface ChangesParts {
  readonly database: Database;
  readonly unreadable: UnreadableRows;
  readonly watch: (listener: (change: Change) => void) => () => void;
  /** Told of each row whose record is given next. */
  readonly given: (kind: RecordKind, row: Row) => void;
}

/** Records that are read together, while those before them are given. */
interface Lot {
  readonly places: readonly Place[];
  readonly rows: Promise<readonly Row[]>;
  /** Changed since they were asked for. */
  readonly stale: Set<string>;
}

/**
 * The last change of each record after a cursor, oldest first, each as it stands when it is given. A cursor never lies beyond the
 * horizon (see `Feed`): whoever comes back with it is told of some changes again, and misses none.
 */
export async function* changesOf<K extends RecordKind>(
  { database, unreadable, watch, given }: ChangesParts,
  kind: K,
  since: Cursor,
  known: ReadonlySet<string> = new Set(),
): AsyncIterable<Change<K>> {
  const { query } = database;
  const places = await placesOf(database, kind, since, known);
  const lots = new Set<Lot>();
  const stop = watch((change) => {
    if (change.kind === kind) for (const { stale } of lots) stale.add(change.id);
  });
  const ask = (from: number): Lot => {
    const its = places.slice(from, from + batch);
    const lot = { places: its, rows: rowsOf(query, kind, its), stale: new Set<string>() };
    lots.add(lot);
    // Whoever comes to it is told of a failure.
    lot.rows.catch(() => {});
    return lot;
  };
  try {
    let next = ask(0);
    for (let from = batch; next.places.length > 0; from += batch) {
      const lot = next;
      next = ask(from);
      const rows = new Map((await lot.rows).map((row) => [row.id, row]));
      for (const { id, cursor } of lot.places) {
        const row = lot.stale.has(id) ? (await findRows(query, kind, [id]))[0] : rows.get(id);
        if (row === undefined) yield { cursor, kind, id };
        else {
          const record = unreadable.readableIn(kind, id, row.body);
          if (record === undefined) continue;
          given(kind, row);
          yield { cursor, kind, id, record };
        }
      }
      lots.delete(lot);
    }
  } finally {
    stop();
  }
}

const rowsOf = async (query: Database['query'], kind: RecordKind, places: readonly Place[]) =>
  places.length === 0
    ? []
    : findRows(
        query,
        kind,
        places.map(({ id }) => id),
      );

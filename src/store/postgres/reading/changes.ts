import type { RecordKind } from '#domain/records/records.ts';
import type { Change, Cursor } from '../store.ts';
import type { Query } from './database.ts';
import { findRows, type Place, placesOf, type Row } from './rows.ts';
import type { UnreadableRows } from './unreadable-rows.ts';

/** Records read together. */
const batch = 100;

interface ChangesParts {
  readonly query: Query;
  readonly unreadable: UnreadableRows;
  readonly watch: (listener: (change: Change) => void) => () => void;
}

/**
 * The last change of each record after a cursor, oldest first, each as it stands when it is given. A cursor never lies beyond the
 * horizon (see `Feed`): whoever comes back with it is told of some changes again, and misses none.
 */
export async function* changesOf<K extends RecordKind>(
  { query, unreadable, watch }: ChangesParts,
  kind: K,
  since: Cursor,
  known: ReadonlySet<string> = new Set(),
): AsyncIterable<Change<K>> {
  const places = (await placesOf(query, kind, since)).filter(({ id }) => !known.has(id));
  /** Changed since they were read. */
  const stale = new Set<string>();
  const stop = watch((change) => change.kind === kind && stale.add(change.id));
  try {
    for (let from = 0; from < places.length; from += batch) {
      const now = places.slice(from, from + batch);
      stale.clear();
      const rows = await rowsOf(query, kind, now);
      for (const place of now) {
        const { id } = place;
        const row = stale.has(id) ? (await findRows(query, kind, [id]))[0] : rows.get(id);
        const change = { cursor: Math.min(Number(place.changed), Number(place.horizon) - 1), kind, id };
        if (row === undefined) yield change;
        else {
          const record = unreadable.readableIn(kind, id, row.body);
          if (record !== undefined) yield { ...change, record };
        }
      }
    }
  } finally {
    stop();
  }
}

async function rowsOf(
  query: Query,
  kind: RecordKind,
  places: readonly Place[],
): Promise<ReadonlyMap<string, Row>> {
  const rows = await findRows(
    query,
    kind,
    places.map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

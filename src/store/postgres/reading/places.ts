import type { RecordKind } from '#domain/records/records.ts';
import { ofPeople } from '#store/of-people.ts';
import type { Cursor } from '#store/store.ts';
import type { Database } from '../database.ts';
import { inLots } from './lots.ts';

/** Where a record was changed, in the order of changes. It never lies beyond the horizon: see `Feed`. */
export interface Place {
  readonly id: string;
  readonly cursor: Cursor;
}

/** Rows read together where there may be a great many. */
const lot = 2_000;

interface Told extends Record<string, unknown> {
  readonly id: string;
  readonly changed: string;
  /** No transaction below this number is at work any more. */
  readonly horizon: string;
}

/** The last change of each record of a kind after a number, oldest first, without those of `known`; of erased ones too, but from the beginning. */
export async function placesOf(
  database: Database,
  kind: RecordKind,
  since: Cursor,
  known: ReadonlySet<string>,
): Promise<readonly Place[]> {
  const places: Place[] = [];
  const take = (rows: readonly Told[]) => {
    for (const { id, changed, horizon } of rows)
      if (!known.has(id)) places.push({ id, cursor: Math.min(Number(changed), Number(horizon) - 1) });
  };
  if (since > 0)
    take(
      await database.query<Told>(kind === 'participant' ? participantsSince : recordsSince, [kind, since]),
    );
  else if (kind === 'participant')
    await inLots(database, { name: 'participants', lot, text: allParticipants, values: [] }, take);
  else if (ofPeople.some((one) => one === kind))
    await inLots(database, { name: 'records', lot, text: allRecords, values: [kind] }, take);
  else take(await database.query<Told>(allRecords, [kind]));
  return places;
}

const horizon = 'pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon';

const allParticipants = `SELECT id, changed, ${horizon} FROM trajectoires.participants ORDER BY changed, id`;
const allRecords = `SELECT id, changed, ${horizon} FROM trajectoires.records WHERE kind = $1 ORDER BY changed, id`;

/** One that was erased and began again stands in both. */
const since = (table: string, holds: string) => `SELECT id, max(changed) AS changed, ${horizon} FROM (
    SELECT id, changed FROM trajectoires.${table} WHERE ${holds}
    UNION ALL SELECT id, changed FROM trajectoires.erased WHERE kind = $1 AND changed > $2) AS all_of_them
  GROUP BY id ORDER BY max(changed), id`;

const participantsSince = since('participants', 'changed > $2');
const recordsSince = since('records', 'kind = $1 AND changed > $2');

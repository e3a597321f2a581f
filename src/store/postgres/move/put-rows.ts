import type { RecordKind, Records } from '#domain/records/records.ts';
import type { Query } from '../database.ts';

/** Writes records as they are, versions included, over what is there; all of them or none. */
export async function putRows<K extends RecordKind>(
  query: Query,
  kind: K,
  records: readonly Records[K][],
  writer: string,
): Promise<void> {
  const isOfPeople = kind === 'participant';
  await query(isOfPeople ? putParticipants : putRecords, [
    isOfPeople
      ? records.map((one) => ('consultation' in one ? (one.consultation ?? '') : ''))
      : records.map(() => kind),
    records.map(({ id }) => id),
    records.map(({ version }) => version),
    records.map((one) => JSON.stringify(one)),
    writer,
  ]);
}

const putInto = (table: string, first: string) =>
  `INSERT INTO trajectoires.${table} (${first}, id, version, changed, writer, body)
   SELECT one.first, one.id, one.version, pg_current_xact_id()::text::bigint, $5::uuid, one.body::json
   FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[]) AS one (first, id, version, body)
   ON CONFLICT (${first}, id) DO UPDATE
   SET version = excluded.version, changed = excluded.changed, writer = excluded.writer, body = excluded.body`;

const putParticipants = putInto('participants', 'consultation');
const putRecords = putInto('records', 'kind');

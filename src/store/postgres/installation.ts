import type { Database, Query } from './database.ts';

/**
 * Any number, the same for all nodes: what one does to the tables, the others wait for. Held by a transaction, so that a node that
 * dies lets go of it.
 */
const lock = 7_214_009_331;

/** Waits until no other node holds it; it is let go with the transaction. */
export async function takeTurn(query: Query): Promise<void> {
  await query('SELECT pg_advisory_xact_lock($1)', [lock]);
}

/** Does work that one node at a time may do. */
export function alone<T>(database: Database, work: (query: Query) => Promise<T>): Promise<T> {
  return database.transaction(async (query) => {
    await takeTurn(query);
    return work(query);
  });
}

/** Something that the installation keeps once. */
export async function keptIn(query: Query, name: string): Promise<unknown> {
  const [row] = await query<{ value: unknown }>(
    'SELECT value FROM trajectoires.installation WHERE name = $1',
    [name],
  );
  return row?.value;
}

export async function keep(query: Query, name: string, value: unknown): Promise<void> {
  await query(
    `INSERT INTO trajectoires.installation (name, value) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [name, JSON.stringify(value)],
  );
}

import { z } from 'zod';
import release from '../../../package.json' with { type: 'json' };
import { formOfRecords } from '../upgrade/form-of-records.ts';
import type { Database, Query } from './database.ts';
import { keep, keptIn, takeTurn } from './installation.ts';
import { migrations } from './migrations.ts';
import { ofLaterRelease } from './refusal.ts';

/** What a database says of itself: how many steps of the tables were made, the form of its records, and the release that said so. */
const Made = z.object({ steps: z.int().min(0), form: z.int().min(1), release: z.string() });
type Made = z.infer<typeof Made>;

/**
 * Makes the tables, or what is missing of them: forward only, once, however many nodes start together.
 * Throws StoreUnavailable when a later release made them.
 */
export async function migrate(database: Database, steps = migrations): Promise<void> {
  await database.transaction(async (query) => {
    // The node in front may have many records to write anew.
    await query("SET LOCAL lock_timeout = '120s'");
    await query("SET LOCAL statement_timeout = '600s'");
    await takeTurn(query);
    await query('CREATE SCHEMA IF NOT EXISTS trajectoires');
    await query(
      'CREATE TABLE IF NOT EXISTS trajectoires.installation (name text PRIMARY KEY, value json NOT NULL)',
    );
    const made = await madeIn(query);
    if (made.steps > steps.length)
      throw ofLaterRelease(`step ${made.steps} of its tables, by release ${made.release}`);
    if (made.form > formOfRecords)
      throw ofLaterRelease(
        `form ${made.form}, by release ${made.release}; this is release ${release.version}`,
      );
    for (const step of steps.slice(made.steps)) for (const statement of step) await query(statement);
    const now: Made = { steps: steps.length, form: formOfRecords, release: release.version };
    if (made.steps < now.steps || made.form < now.form) await keep(query, 'tables', now);
    await renumber(query);
  });
}

async function madeIn(query: Query): Promise<Made> {
  const found = await keptIn(query, 'tables');
  if (found === undefined) return { steps: 0, form: 1, release: release.version };
  const { data } = Made.safeParse(found);
  if (data === undefined) throw ofLaterRelease('what it says of its tables is in another form');
  return data;
}

/**
 * A dump that was put into another server bears the numbers of the transactions of the first, which that one has not reached: such
 * rows would be told of as new once it does. They are of before the start, and say so.
 */
async function renumber(query: Query): Promise<void> {
  for (const table of ['participants', 'records', 'erased'])
    await query(
      `UPDATE trajectoires.${table} SET changed = pg_current_xact_id()::text::bigint
       WHERE changed >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
    );
}

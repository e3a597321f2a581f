import type { PgBoss } from 'pg-boss';
import { schema } from './open-boss.ts';

/** What is asked of the queue's table itself, for the library has no words for it. */
export interface JobTable {
  /** The names of which something is due; one question for all of them. */
  due(): Promise<readonly string[]>;
  /** Has what waits under a name and each key wait no longer than so many milliseconds from now. */
  bringForward(name: string, waits: readonly { readonly key: string; readonly ms: number }[]): Promise<void>;
}

export function jobTable(boss: PgBoss): JobTable {
  const db = boss.getDb();
  return {
    async due() {
      const { rows } = await db.executeSql(
        `SELECT DISTINCT name FROM ${schema}.job WHERE state < 'active' AND start_after <= now()`,
      );
      return rows.map(({ name }) => String(name));
    },
    async bringForward(name, waits) {
      // Locked in one order by every node.
      await db.executeSql(
        `WITH asked AS (
           SELECT key, now() + ms * interval '1 millisecond' AS moment FROM unnest($2::text[], $3::float8[]) AS one (key, ms)
         ), late AS (
           SELECT id, moment FROM ${schema}.job JOIN asked ON singleton_key = key
           WHERE name = $1 AND state < 'active' AND start_after > moment ORDER BY id FOR UPDATE OF job
         )
         UPDATE ${schema}.job SET start_after = moment FROM late WHERE job.name = $1 AND job.id = late.id`,
        [name, waits.map(({ key }) => key), waits.map(({ ms }) => ms)],
      );
    },
  };
}

import type pg from 'pg';
import type { Database } from '../database.ts';

/**
 * Takes the rows of one statement a lot after the other, all as they stood at one moment: however many they are, a lot of them is in
 * memory. `name` is the cursor's, one for each statement: what a connection has prepared for it keeps its columns.
 */
export const inLots = <R extends pg.QueryResultRow>(
  database: Database,
  { name, lot, text, values }: Lots,
  take: (rows: readonly R[]) => void,
): Promise<void> =>
  database.transaction(async (query) => {
    await query(`DECLARE ${name} NO SCROLL CURSOR FOR ${text}`, values);
    for (;;) {
      const rows = await query<R>(`FETCH ${lot} FROM ${name}`);
      take(rows);
      if (rows.length < lot) return;
    }
  });

interface Lots {
  readonly name: string;
  readonly lot: number;
  readonly text: string;
  readonly values: readonly unknown[];
}

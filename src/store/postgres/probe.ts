import { heldFor } from '#domain/in-memory/held-for.ts';
import type { Database } from './database.ts';
import { type Trouble, troubleOf } from './refusal.ts';

/** How long an answer holds, in milliseconds: however many ask, the database is asked once. */
const holds = 1_000;

/** Whether the store can save, as far as the database says. */
export const createProbe = ({ query }: Pick<Database, 'query'>): (() => Promise<Trouble | undefined>) =>
  heldFor(holds, async () => {
    try {
      const [row] = await query<{ readonly: string }>(
        "SELECT current_setting('transaction_read_only') AS readonly",
      );
      return row?.readonly === 'off' ? undefined : 'database-refuses';
    } catch (error) {
      return troubleOf(error);
    }
  });

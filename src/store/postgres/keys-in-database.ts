import type { KeyPlace } from '../key-place.ts';
import type { Database } from './database.ts';
import { alone, keep, keptIn } from './installation.ts';

/** The keys of all nodes, in a table: whoever starts first makes them, and the others wait. A dump holds them too. */
export const keysInDatabase = (database: Database): KeyPlace => ({
  name: 'The row of the keys in trajectoires.installation',
  obtain: (make) =>
    alone(database, async (query) => {
      const kept = await keptIn(query, 'keys');
      if (kept !== undefined) return JSON.stringify(kept);
      const made = await make();
      if (made !== undefined) await keep(query, 'keys', JSON.parse(made));
      return made;
    }),
});

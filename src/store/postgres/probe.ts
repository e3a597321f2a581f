import type { Database } from './database.ts';
import { type Trouble, troubleOf } from './refusal.ts';

/** How long an answer holds, in milliseconds: however many ask, the database is asked once. */
const holds = 1_000;

/** Whether the store can save, as far as the database says. */
export class DatabaseProbe {
  readonly #database: Database;
  #last: { readonly at: number; readonly answer: Promise<Trouble | undefined> } | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  trouble(): Promise<Trouble | undefined> {
    const now = performance.now();
    if (this.#last === undefined || now - this.#last.at >= holds)
      this.#last = { at: now, answer: this.#look() };
    return this.#last.answer;
  }

  async #look(): Promise<Trouble | undefined> {
    try {
      const [row] = await this.#database.query<{ readonly: string }>(
        "SELECT current_setting('transaction_read_only') AS readonly",
      );
      return row?.readonly === 'off' ? undefined : 'database-refuses';
    } catch (error) {
      return troubleOf(error);
    }
  }
}

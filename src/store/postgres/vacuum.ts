import { setTimeout as pause } from 'node:timers/promises';
import { SharedRun } from '#domain/in-memory/shared-run.ts';
import type { OnProblem } from '../problem.ts';
import type { Database } from './database.ts';

/** Longer than any statement of ours reads, in milliseconds. */
const oncePause = 60_000;

/**
 * Has the server let go of what rows were before they changed or went: until then each former state still lies in the table, though
 * nobody is shown it. One at a time; what is asked for meanwhile is done together. A state that somebody's snapshot still shows (a dump
 * that is being made, say) stays until the server's own vacuum.
 */
export class Vacuum {
  readonly #database: Database;
  readonly #onProblem: OnProblem;
  readonly #waiting = new Set<string>();
  readonly #once = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  readonly #runs = new SharedRun(() => this.#run());

  constructor(database: Database, onProblem: OnProblem) {
    this.#database = database;
    this.#onProblem = onProblem;
  }

  /** One that begins after this call, of these tables as the server calls them. Throws StoreUnavailable. */
  of(tables: readonly string[]): Promise<void> {
    for (const table of tables) this.#waiting.add(table);
    return this.#runs.now();
  }

  /** The same, where what was asked for is done whether it passes or not; and once more when who reads now has read. */
  async tried(tables: readonly string[]): Promise<void> {
    for (const table of tables) this.#once.add(table);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.of([...this.#once]).catch(() => {});
      this.#once.clear();
    }, oncePause).unref();
    await this.of(tables).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : '';
      this.#onProblem({
        about: 'vacuum-failed',
        message: `What was erased is gone for everybody, but its rows still lie in the tables. ${why}`,
        remedy:
          "Have the server's own vacuum run (autovacuum), or run VACUUM by hand as the owner of the tables.",
      });
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#runs.over();
  }

  async #run(): Promise<void> {
    const now = [...this.#waiting];
    this.#waiting.clear();
    if (now.length === 0) return;
    await this.#lookedAway();
    await this.#database.maintain(`VACUUM ${now.toSorted().join(', ')}`);
  }

  /** Waits a moment for those who began to read before: what their snapshots show cannot be let go of yet. */
  async #lookedAway(): Promise<void> {
    const [row] = await this.#database.query<{ now: string }>('SELECT clock_timestamp()::text AS now');
    for (let tries = 0; tries < mostLooks; tries += 1) {
      const [reading] = await this.#database.query(readers, [row?.now]);
      if (reading === undefined) return;
      await pause(betweenLooks);
    }
  }
}

const readers = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND backend_xmin IS NOT NULL AND xact_start < $1::timestamptz LIMIT 1`;
const [mostLooks, betweenLooks] = [20, 25];

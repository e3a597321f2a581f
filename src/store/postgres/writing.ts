import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import type { RecordKind } from '#domain/records/records.ts';
import { StoreUnavailable } from '../store.ts';
import type { Database } from './database.ts';
import type { Feed } from './feed.ts';
import { isLost, unknownOutcome } from './refusal.ts';
import { findRows, type Gone, type NewRow, removeRows, writeRow } from './rows.ts';

type Parts = { readonly database: Database; readonly node: string; readonly feed: Feed };

/** Writes rows, those of one record one after another, and finds out what became of what was sent when no answer came. */
export class Writing {
  readonly #parts: Parts;
  readonly #turns = new KeyedQueue();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whatever is done to these records by this node comes before or after. */
  async inTurn<T>(kind: RecordKind, ids: readonly string[], work: () => Promise<T>): Promise<T> {
    const end = Promise.withResolvers<void>();
    // All at once: two who wait for the same records cannot wait for each other.
    const turns = ids.map((id) => {
      const turn = Promise.withResolvers<void>();
      void this.#turns.run(`${kind} ${id}`, () => {
        turn.resolve();
        return end.promise;
      });
      return turn.promise;
    });
    try {
      await Promise.all(turns);
      return await this.#parts.feed.whileOwn(kind, ids, work);
    } finally {
      end.resolve();
    }
  }

  /** `changed` of the row; nothing where another version stands. Throws StoreUnavailable. */
  async write(row: Omit<NewRow, 'writer'>): Promise<string | undefined> {
    const { database, node, feed } = this.#parts;
    const signed = { ...row, writer: node };
    try {
      return await writeRow(database.query, signed);
    } catch (error) {
      if (!isLostAnswer(error)) throw error;
      // Until it is known, others may see what was saved, and those who listen here are to see it too.
      feed.readAgain(row.kind, [row.id]);
      return await this.#writeAgain(signed, error);
    }
  }

  /** Removes rows; what no answer came for is asked for once more, and looked at by the feed. */
  async remove(kind: RecordKind, ids: readonly string[]): Promise<readonly Gone[]> {
    const { database, node, feed } = this.#parts;
    try {
      return await removeRows(database.query, kind, ids, node);
    } catch (error) {
      if (!isLostAnswer(error)) throw error;
      feed.readAgain(kind, ids);
      return removeRows(database.query, kind, ids, node);
    }
  }

  /** The same statement again does nothing where it was carried out already: then the row that it wrote stands there. */
  async #writeAgain(row: NewRow, cause: unknown): Promise<string | undefined> {
    const { query } = this.#parts.database;
    const changed = await writeRow(query, row);
    if (changed !== undefined) return changed;
    const [present] = await findRows(query, row.kind, [row.id]);
    if (present === undefined || present.version <= row.version) return undefined;
    if (present.version > row.version + 1) throw unknownOutcome(row.kind, cause);
    const isOurs = present.writer === row.writer && JSON.stringify(present.body) === row.body;
    return isOurs ? present.changed : undefined;
  }
}

const isLostAnswer = (error: unknown): boolean => error instanceof StoreUnavailable && isLost(error.cause);

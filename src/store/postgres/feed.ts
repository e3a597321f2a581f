import { z } from 'zod';
import { SharedRun } from '#domain/in-memory/shared-run.ts';
import { type RecordKind, records } from '#domain/records/records.ts';
import type { Cursor } from '../store.ts';
import type { Database } from './database.ts';
import { type News, newsAfter, type PageEnd, pageLength } from './news.ts';
import { findRows } from './rows.ts';
import type { TellByKind } from './tell-by-kind.ts';
import type { UnreadableRows } from './unreadable-rows.ts';

interface FeedParts {
  readonly database: Database;
  /** What this node signs its rows with. */
  readonly node: string;
  readonly unreadable: UnreadableRows;
  readonly tell: TellByKind;
}

interface Named {
  readonly kind: RecordKind;
  readonly id: string;
}

/** How often it looks by itself, in milliseconds: a notification may be lost with its connection. */
const often = 1_000;
/** Changes of this node within so many milliseconds are announced together. */
const together = 10;
/** What was told beyond the horizon is remembered up to so many; past that it is told twice. */
const longestMemory = 100_000;

const channel = 'trajectoires';
const Kind = z.object(records).keyof();

/**
 * Tells this node of what other nodes changed.
 *
 * A sequence is drawn before its row is committed: who reads up to 7 and comes back for what is after 7 never sees a 6 that was
 * committed later. So each row bears the number of its transaction (`pg_current_xact_id()`), and the feed moves its cursor no further
 * than `pg_snapshot_xmin`, below which no transaction is at work any more: whatever is committed later bears that number or a higher one.
 * Nor does it move past the last change that was seen: a server that dies gives numbers again that it had given to transactions which left
 * nothing behind, and what is written then is to be told too.
 * What is visible beyond is told at once all the same, and remembered until the cursor has passed it: a long transaction of somebody
 * else on the same server (numbers are the server's, not the database's) holds nobody up.
 *
 * It reads rows as they stand, so that of a record it never tells an older state after a newer one. This node's own changes are told by
 * whoever makes them; while one is on its way, what the feed found of the same record waits and is read again.
 */
export class Feed {
  readonly #parts: FeedParts;
  #cursor: Cursor;
  /** The highest number of a change that was committed, as far as this node knows. */
  #seen: Cursor;
  /** Own changes on their way, by record. */
  readonly #own = new Map<string, number>();
  /** Records of which an own change was on its way since the present round began. */
  #touched = new Set<string>();
  /** Records to be read again; `isSure`: told whoever wrote them. */
  readonly #again = new Map<string, Named & { readonly isSure: boolean }>();
  readonly #ahead = new Map<string, number>();
  readonly #rounds = new SharedRun(() => this.#round());
  #announcing: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;
  #unlisten = () => {};

  /** `cursor`: from where on it is told. */
  constructor(parts: FeedParts, cursor: Cursor) {
    this.#parts = parts;
    this.#cursor = cursor;
    this.#seen = cursor - 1;
  }

  start(): void {
    const { database, node } = this.#parts;
    const look = () => void this.now().catch(() => {});
    this.#unlisten = database.listen(channel, (from) => from !== node && look());
    this.#timer = setInterval(look, often).unref();
  }

  /** A round that begins after this call: what is committed by now is told. Throws StoreUnavailable. */
  now(): Promise<void> {
    return this.#rounds.now();
  }

  /** Resolves once this node was told of all that is committed by now. Throws StoreUnavailable. */
  async caughtUp(): Promise<void> {
    do await this.now();
    while (this.#again.size > 0);
  }

  /** Does what changes records, by this node; whoever does it tells of it. */
  async whileOwn<T>(kind: RecordKind, ids: readonly string[], change: () => Promise<T>): Promise<T> {
    const keys = ids.map((id) => keyOf(kind, id));
    for (const key of keys) {
      this.#own.set(key, (this.#own.get(key) ?? 0) + 1);
      this.#touched.add(key);
    }
    try {
      return await change();
    } finally {
      for (const key of keys) {
        const left = (this.#own.get(key) ?? 1) - 1;
        if (left > 0) this.#own.set(key, left);
        else this.#own.delete(key);
      }
    }
  }

  /** Other nodes look; soon, and once for all that changed meanwhile. `changed`: the number of the latest change. */
  announce(changed: Cursor): void {
    this.#seen = Math.max(this.#seen, changed);
    const { database, node } = this.#parts;
    this.#announcing ??= setTimeout(() => {
      this.#announcing = undefined;
      // Where that fails they look by themselves.
      database.notify(channel, node).catch(() => {});
    }, together);
  }

  /** Whether a record is to be read again because no answer came. */
  get isInDoubt(): boolean {
    return [...this.#again.values()].some(({ isSure }) => isSure);
  }

  /** Nobody knows what became of a record: it is read, and told. */
  readAgain(kind: RecordKind, ids: readonly string[]): void {
    for (const id of ids) this.#again.set(keyOf(kind, id), { kind, id, isSure: true });
  }

  async close(): Promise<void> {
    this.#unlisten();
    clearInterval(this.#timer);
    clearTimeout(this.#announcing);
    await this.#rounds.over();
  }

  async #round(): Promise<void> {
    this.#touched = new Set(this.#own.keys());
    await this.#rereadAll();
    const { database, node } = this.#parts;
    let end: PageEnd = { changed: this.#cursor, kind: '', id: '' };
    let horizon: number | undefined;
    for (;;) {
      const page = await newsAfter(database.query, node, end);
      // The first one's: what is committed between two pages may lie before the second.
      horizon ??= page.horizon;
      for (const one of page.news) this.#take(one);
      const last = page.news.at(-1);
      if (last === undefined || page.news.length < pageLength) break;
      end = { changed: Number(last.changed), kind: last.kind, id: last.id };
    }
    this.#cursor = Math.max(this.#cursor, Math.min(horizon, this.#seen + 1));
    for (const [key, changed] of this.#ahead) if (changed < this.#cursor) this.#ahead.delete(key);
  }

  #take({ kind: called, id, changed: at, body }: News): void {
    const { data: kind } = Kind.safeParse(called);
    // Of a later release: there is nobody here to be told of it.
    if (kind === undefined) return;
    const key = keyOf(kind, id);
    const changed = Number(at);
    this.#seen = Math.max(this.#seen, changed);
    if (this.#ahead.get(key) === changed) return;
    if (this.#touched.has(key)) this.#again.set(key, { isSure: false, ...this.#again.get(key), kind, id });
    else this.#tell(kind, id, changed, body);
    if (this.#ahead.size < longestMemory) this.#ahead.set(key, changed);
  }

  async #rereadAll(): Promise<void> {
    for (const [key, { kind, id, isSure }] of [...this.#again]) {
      if (this.#own.has(key)) continue;
      const [row] = await findRows(this.#parts.database.query, kind, [id]);
      if (this.#touched.has(key)) continue;
      this.#again.delete(key);
      // Whoever wrote it here has told of it.
      if (row?.writer === this.#parts.node && !isSure) continue;
      this.#tell(kind, id, Number(row?.changed ?? this.#cursor), row?.body);
    }
  }

  #tell<K extends RecordKind>(kind: K, id: string, cursor: Cursor, body: unknown): void {
    const { tell, unreadable } = this.#parts;
    if (body === undefined || body === null) {
      tell[kind]({ kind, id, cursor, isAfar: true });
      return;
    }
    // Whoever counted the person before goes on doing so.
    const record = unreadable.readableIn(kind, id, body);
    if (record !== undefined) tell[kind]({ kind, id, cursor, record, isAfar: true });
  }
}

const keyOf = (kind: RecordKind, id: string): string => `${kind} ${id}`;

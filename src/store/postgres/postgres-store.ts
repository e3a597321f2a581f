import type { RecordKind, Records } from '#domain/records/records.ts';
import type { Listeners } from '../listeners.ts';
import { ofPeople } from '../of-people.ts';
import type { Beside, Change, ChangeRecord, Cursor, Digests, Saved, Store, Updated } from '../store.ts';
import { update } from '../update.ts';
import { whenUnreadable } from '../when-unreadable.ts';
import type { Database } from './database.ts';
import type { Feed } from './feed.ts';
import { putRows } from './move/put-rows.ts';
import { changesOf } from './reading/changes.ts';
import type { RowDigests } from './reading/row-digests.ts';
import type { Trouble } from './refusal.ts';
import { findRows, isEmpty } from './rows.ts';
import type { TellByKind } from './tell-by-kind.ts';
import type { UnreadableRows } from './unreadable-rows.ts';
import type { Vacuum } from './vacuum.ts';
import type { Writing } from './writing.ts';

/** What a store is made of. */
export interface Parts {
  readonly database: Database;
  /** What this node signs its rows with. */
  readonly node: string;
  readonly writing: Writing;
  readonly feed: Feed;
  readonly digests: RowDigests;
  readonly tell: TellByKind;
  readonly listeners: Listeners;
  readonly unreadable: UnreadableRows;
  readonly vacuum: Vacuum;
  readonly trouble: () => Promise<Trouble | undefined>;
  readonly release: () => Promise<void>;
  readonly namesUnknown: NamesUnknown;
}

/** Whether a record names something that this node was not told of yet. */
export type NamesUnknown = (record: Records[RecordKind]) => boolean;

const tables = ['trajectoires.participants', 'trajectoires.records', 'trajectoires.erased'];

/** Every record in PostgreSQL, for any number of nodes. */
export class PostgresStore implements Store {
  readonly #parts: Parts;
  #closing: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async load<K extends RecordKind>(kind: K, id: string): Promise<Records[K] | undefined> {
    const { database, feed, namesUnknown, unreadable } = this.#parts;
    const [row] = await findRows(database.query, kind, [id]);
    const record = row && unreadable.recordIn(kind, id, row.body);
    // It was saved before, on another node: the feed tells of it now.
    if (record !== undefined && namesUnknown(record)) await feed.caughtUp();
    return record;
  }

  save<K extends RecordKind>(kind: K, record: Records[K], beside?: Beside): Promise<Saved<Records[K]>> {
    const { feed, tell, writing } = this.#parts;
    const { id, version } = record;
    return writing.inTurn(kind, [id], async () => {
      const next = { ...record, version: version + 1 };
      const consultation = 'consultation' in record ? (record.consultation ?? '') : '';
      const changed = await writing.write({
        ...{ kind, id, consultation, version, body: JSON.stringify(next) },
        ...(beside && { beside }),
      });
      if (changed === undefined) {
        // Nothing takes the place of what cannot be read.
        await this.load(kind, id);
        return { outcome: 'conflict' };
      }
      tell[kind]({ kind, id, cursor: Number(changed), record: next });
      feed.announce(Number(changed));
      return { outcome: 'saved', record: next };
    });
  }

  /** Writes records as they are, versions included, over what is there: for a move, into a store that nobody uses yet. Nobody is told. */
  put<K extends RecordKind>(kind: K, records: readonly Records[K][]): Promise<void> {
    const { database, node } = this.#parts;
    return putRows(database.query, kind, records, node);
  }

  update<K extends RecordKind>(
    kind: K,
    id: string,
    change: ChangeRecord<Records[K]>,
    beside?: () => Beside | undefined,
  ): Promise<Updated<Records[K]>> {
    return update(this, kind, id, change, beside);
  }

  erase(kind: RecordKind, id: string): Promise<void> {
    return this.eraseMany(kind, [id]);
  }

  async eraseMany<K extends RecordKind>(kind: K, all: readonly string[]): Promise<void> {
    const { feed, tell, unreadable, vacuum, writing } = this.#parts;
    const ids = [...new Set(all)];
    const gone = await writing.inTurn(kind, ids, async () => {
      const removed = await writing.remove(kind, ids);
      unreadable.erased(kind, ids);
      for (const { id, changed } of removed) tell[kind]({ kind, id, cursor: Number(changed) });
      return removed;
    });
    if (gone.length > 0) feed.announce(Math.max(...gone.map(({ changed }) => Number(changed))));
    // What an answer was lost of is told by it.
    if (feed.isInDoubt) await feed.now();
    if (gone.length > 0) await vacuum.tried([...new Set(gone.map(({ place }) => place))]);
  }

  /** Former states leave the tables; what the server's log (WAL) and the operator's dumps hold is theirs to let go. */
  async forget<K extends RecordKind>(
    kind: K,
    id: string,
    without: (record: Records[K]) => Records[K],
  ): Promise<void> {
    await this.update(kind, id, (before) => before && without(before));
    await this.#parts.vacuum.of([
      kind === 'participant' ? 'trajectoires.participants' : 'trajectoires.records',
    ]);
  }

  /** Nothing is ever set aside here: what cannot be read stays where it is. */
  async eraseLeftovers(): Promise<number> {
    await this.#parts.vacuum.of(tables);
    let left = 0;
    for (const kind of ofPeople)
      for (const id of this.doubtful(kind))
        left += await this.load(kind, id).then(() => 0, whenUnreadable(1));
    return left;
  }

  doubtful(kind: RecordKind): readonly string[] {
    return this.#parts.unreadable.of(kind);
  }

  /** Cursors outlive a restart. Erasures of the last seven days are told of, to who asks from a cursor on. */
  changes<K extends RecordKind>(
    kind: K,
    since: Cursor,
    known?: ReadonlySet<string>,
  ): AsyncIterable<Change<K>> {
    const { database, digests, listeners, unreadable } = this.#parts;
    const watch = (listener: (change: Change) => void) => listeners.add(listener);
    return changesOf({ database, unreadable, watch, given: digests.given }, kind, since, known);
  }

  get digests(): Digests {
    return this.#parts.digests;
  }

  watch(listener: (change: Change) => void): () => void {
    return this.#parts.listeners.add(listener);
  }

  caughtUp(): Promise<void> {
    return this.#parts.feed.caughtUp();
  }

  /** Whether nothing was ever kept here. */
  isEmpty(): Promise<boolean> {
    return isEmpty(this.#parts.database.query);
  }

  /** Why nothing can be saved now, found out by asking, at most once a second; nothing when it can. */
  trouble(): Promise<Trouble | undefined> {
    return this.#parts.trouble();
  }

  close(): Promise<void> {
    this.#closing ??= this.#parts.release();
    return this.#closing;
  }
}

import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import type { RecordKind, Records } from '#domain/records/records.ts';
import type { Change, Cursor } from '#store/store.ts';
import { whenUnreadable } from '#store/when-unreadable.ts';
import { ahead } from './ahead.ts';
import type { Folder } from './folder.ts';
import { Recent } from './recent.ts';
import { Sequence, type SequencePlace } from './sequence.ts';

/** A change that is durable in the journal; without a record it is an erasure. */
export interface ShelfEntry<R> extends SequencePlace {
  readonly record?: R;
}

/** What looking for a record told. */
interface Found<R> {
  readonly record?: R;
}

const absent = {};

/** How many documents are read ahead of whoever iterates: read together, each costs half of a processor's time. */
const readAhead = 16;

/** The records of one kind: those changed since the last checkpoint, those used last, and the documents. */
export class Shelf<K extends RecordKind> {
  readonly #folder: Folder<K>;
  readonly #changed = new Map<string, ShelfEntry<Records[K]>>();
  /** What was found, and what was found to be absent: asking again costs no reading. */
  readonly #recent: Recent<Found<Records[K]>>;
  readonly #sequence: Sequence;
  readonly #turns = new KeyedQueue();

  readonly #tell: (change: Change<K>) => void;

  constructor(folder: Folder<K>, remembered: number, tell: (change: Change<K>) => void) {
    this.#folder = folder;
    this.#tell = tell;
    this.#recent = new Recent(remembered);
    this.#sequence = new Sequence({
      shards: (known) => folder.shards(known),
      cursorOf: (id) => this.#cursorOf(id),
    });
  }

  get kind(): K {
    return this.#folder.kind;
  }

  /** Records whose documents are behind. */
  get behind(): number {
    return this.#changed.size;
  }

  /** Whether nothing was ever kept here. */
  async isEmpty(): Promise<boolean> {
    return this.#changed.size === 0 && (await this.#folder.isEmpty());
  }

  /** Changes of one record, and readings of its document, come one after another. */
  inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.run(id, work);
  }

  async load(id: string): Promise<Records[K] | undefined> {
    const known = this.#inMemory(id);
    return known ? known.record : this.inTurn(id, () => this.find(id));
  }

  /** `load`, for whoever has the turn already. */
  async find(id: string): Promise<Records[K] | undefined> {
    const known = this.#inMemory(id);
    if (known) return known.record;
    const record = await this.#folder.read(id);
    this.#recent.set(id, record ? { record } : absent);
    return record;
  }

  /** Whether there is a record, even one that cannot be read; for whoever has the turn already. */
  isThere(id: string): Promise<boolean> {
    return this.find(id).then((record) => record !== undefined, whenUnreadable(true));
  }

  /** Whether an erasure waits for its document to go. */
  erasing(id: string): boolean {
    const entry = this.#changed.get(id);
    return entry !== undefined && entry.record === undefined;
  }

  /** Has each copy of a record in the program's backups lose something. */
  forgetCopies(id: string, without: (record: Records[K]) => Records[K]): Promise<void> {
    return this.#folder.forgetCopies(id, without);
  }

  /** Takes in a change that has just become durable, and tells of it. */
  take(entry: ShelfEntry<Records[K]>): void {
    this.keep(entry);
    this.#tell({ kind: this.kind, ...entry });
  }

  /** Takes in a change of before the start. */
  keep(entry: ShelfEntry<Records[K]>): void {
    this.#recent.delete(entry.id);
    this.#changed.set(entry.id, entry);
    if (entry.record) this.#sequence.saved(entry);
    else this.#sequence.erased(entry);
  }

  /** Takes in a change that a journal held; says why when it is no record of this kind, or one of a later release. */
  restore(cursor: Cursor, data: unknown): { readonly why: string; readonly isLater: boolean } | undefined {
    const checked = this.#folder.check(data);
    if ('why' in checked) return checked;
    this.keep({ cursor, id: checked.record.id, record: checked.record });
    return undefined;
  }

  /** What a checkpoint has to do: bring each document that is behind up to date. */
  work(): (() => Promise<void>)[] {
    return [...this.#changed.values()].map((entry) => () => this.#writeOut(entry));
  }

  /** The last change of each record after a cursor, each with the record as it is when it is given. */
  async *changes(since: Cursor, known?: ReadonlySet<string>): AsyncIterable<Change<K>> {
    const all = await this.#sequence.since(since);
    const places = known === undefined ? all : all.filter(({ id }) => !known.has(id));
    for await (const [{ cursor, id }, early] of ahead(places, readAhead, ({ id }) => this.#peek(id))) {
      const record = this.#sequence.at(id) === cursor ? early : await this.#peek(id);
      // A document that is damaged or cannot be read was reported, and is no erasure.
      if (record === undefined && this.#sequence.lives(id)) continue;
      yield { cursor, kind: this.kind, id, ...(record && { record }) };
    }
  }

  /** Ids of records that could not be read since the start; `changes` does not tell of those that can be by now. */
  get doubtful(): readonly string[] {
    return this.#folder.doubtful;
  }

  /** How many records cannot be read now; a folder that could not be looked through counts for one. */
  async unreadable(): Promise<number> {
    const refused = await Promise.all(
      this.doubtful.map((id) => this.load(id).then(() => 0, whenUnreadable(1))),
    );
    return refused.reduce<number>((sum, one) => sum + one, this.#folder.hidden);
  }

  /** Every record that is there, as far as is known. */
  ids(): Iterable<string> {
    return this.#sequence.ids();
  }

  /** Where a record stands in the sequence of changes, and whether it is there. */
  at(id: string): Cursor | undefined {
    return this.#sequence.at(id);
  }

  lives(id: string): boolean {
    return this.#sequence.lives(id);
  }

  /** A place that need not be looked for; see `order`. */
  foresee(place: SequencePlace): void {
    this.#sequence.foresee(place);
  }

  /** Finds the place of every record, but in shards of which all are foreseen. */
  order(known: ReadonlySet<string>): Promise<void> {
    return this.#sequence.order(known);
  }

  /** When a document last came, went or changed in each shard, in nanoseconds since 1970. */
  shardTimes(): Promise<ReadonlyMap<string, bigint>> {
    return this.#folder.shardTimes();
  }

  /** The last place that was given out, as far as documents tell. */
  async last(): Promise<Cursor> {
    return (await this.#sequence.since(0)).at(-1)?.cursor ?? 0;
  }

  #inMemory(id: string): Found<Records[K]> | undefined {
    return this.#changed.get(id) ?? this.#recent.get(id);
  }

  /** Passing through all documents must not push out those in use, and one that cannot be read does not end it. */
  #peek(id: string): Promise<Records[K] | undefined> {
    return this.inTurn(id, async () => {
      const known = this.#inMemory(id);
      return known ? known.record : this.#folder.read(id).catch(whenUnreadable(undefined));
    });
  }

  async #writeOut(entry: ShelfEntry<Records[K]>): Promise<void> {
    const { cursor, id, record } = entry;
    if (record) await this.#folder.write(cursor, record);
    else await this.#folder.remove(id);
    // A change that came meanwhile stays for the next checkpoint.
    if (this.#changed.get(id) !== entry) return;
    this.#changed.delete(id);
    this.#recent.set(id, record ? { record } : absent);
  }

  async #cursorOf(id: string): Promise<Cursor | undefined> {
    const cursor = await this.#folder.cursorOf(id);
    if (cursor !== 'damaged') return cursor;
    // Reading it sets it aside; unless a change in the journal is about to replace it.
    await this.#peek(id);
    return undefined;
  }
}

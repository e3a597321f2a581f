import type { RecordKind, Records } from '#domain/records/records.ts';

/** A place in the sequence of changes; 0 is before the first. */
export type Cursor = number;

/** One record as it is now, a union by `kind`; `record` is absent once it was erased. */
export type Change<K extends RecordKind = RecordKind> = {
  readonly [One in K]: {
    readonly cursor: Cursor;
    readonly kind: One;
    readonly id: string;
    readonly record?: Records[One];
    /** Another node made it. */
    readonly isAfar?: true;
  };
}[K];

/** Somebody else saved this record first: load it again and decide again. */
export type Saved<R> = { readonly outcome: 'saved'; readonly record: R } | { readonly outcome: 'conflict' };

/** A record as it was loaded, which what is saved depends on. */
export interface Beside {
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
}

/** Decides what a record becomes; nothing, or the same record: it stays as it is. */
export type ChangeRecord<R> = (record: R | undefined) => Promise<R | undefined> | R | undefined;

/** What became of an update; `unchanged`: it was left as it is, or is still not there. */
export type Updated<R> =
  | { readonly outcome: 'saved'; readonly record: R }
  | { readonly outcome: 'unchanged'; readonly record?: R };

/** Where everything is kept. Saved and erased are durable before the promise resolves. */
export interface Store {
  load<K extends RecordKind>(kind: K, id: string): Promise<Records[K] | undefined>;
  /**
   * `record.version` is the version it was loaded with (0 for a new one); the record returned carries the next. With `beside`, it is
   * a conflict too that this other record changed: once a change of it is saved, on whichever node, nothing more is saved by what it
   * was before.
   */
  save<K extends RecordKind>(kind: K, record: Records[K], beside?: Beside): Promise<Saved<Records[K]>>;
  /**
   * Loads a record, changes it and saves it; decided anew when somebody else was quicker, a bounded number of times.
   * `change` returns the record to save, whatever version it bears; nothing, or the same record: it stays as it is.
   * `beside`: what it depends on, asked each time after `change`.
   * @throws {StoreUnavailable} when others were quicker every time.
   */
  update<K extends RecordKind>(
    kind: K,
    id: string,
    change: ChangeRecord<Records[K]>,
    beside?: () => Beside | undefined,
  ): Promise<Updated<Records[K]>>;
  /** No copy stays, the journal included. Erasing what is not there is no mistake. */
  erase(kind: RecordKind, id: string): Promise<void>;
  /** The same of several, for the price of one. */
  eraseMany(kind: RecordKind, ids: readonly string[]): Promise<void>;
  /**
   * Has a record lose something of people, and its former forms with it: in the journal, and in the program's backups, where each
   * copy loses the same and stays of its own moment. `without` returns the same record when there is nothing to lose.
   */
  forget<K extends RecordKind>(
    kind: K,
    id: string,
    without: (record: Records[K]) => Records[K],
  ): Promise<void>;
  /**
   * Removes what is left beside the records: former forms of those that changed; what was set aside as damaged and names a
   * consultation; and of people's things that name none, what was set aside before a moment. Resolves to how much stays of which
   * nobody can tell whose it is: people's records that cannot be read, and what was set aside since.
   */
  eraseLeftovers(consultation: string, before: string): Promise<number>;
  /** Ids of records that could not be read since the start. They may be by now, and `changes` does not tell of all of them. */
  doubtful(kind: RecordKind): readonly string[];
  /** The last change of each record of a kind since a cursor, oldest first; then it ends. */
  changes<K extends RecordKind>(
    kind: K,
    since: Cursor,
    /** Ids of those that are left out. */
    known?: ReadonlySet<string>,
  ): AsyncIterable<Change<K>>;
  /** Absent: nothing derived is kept beside the records, and a start reads them all. */
  readonly digests?: Digests;
  /**
   * Called after each durable change, those of one record in order: this process' own before they resolve, those of other nodes as
   * they become known. Returns the way to stop listening.
   */
  watch(listener: (change: Change) => void): () => void;
  /** Resolves once those who watch were told of all that was durable before, whichever node made it. Throws StoreUnavailable. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** What is derived of each participant, kept so that a start need not read them all. A digest is text without tab or line feed. */
export interface Digests {
  /**
   * Gives the digest of each participant who is as they were when it was kept; `take` says whether it counts. Resolves to the
   * ids of those who do. When in doubt (another form, damage, a changed document) it gives none.
   */
  read(form: string, take: (id: string, digest: string) => boolean): Promise<ReadonlySet<string>>;
  /** From now on, keeps what `digestOf` says of each, now and then and at the close. An erasure leaves none of anybody. */
  keep(form: string, digestOf: (id: string) => string | undefined): void;
}

/** The store cannot take writes now (a full disk, say); nothing was written. `remedy` is for the operator. */
export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** The same record was changed elsewhere each time that a change was decided anew. */
export class StoreContended extends StoreUnavailable {
  override readonly name = 'StoreContended';
}

/** A record is there and cannot be read; nothing takes its place until it can. The operator was told once. */
export class RecordUnreadable extends StoreUnavailable {
  override readonly name = 'RecordUnreadable';
}

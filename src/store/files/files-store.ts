import type { RecordKind, Records } from '#domain/records/records.ts';
import type { Listeners } from '../listeners.ts';
import { ofPeople } from '../of-people.ts';
import type { Outage } from '../outage.ts';
import type { Beside, Change, ChangeRecord, Cursor, Digests, Saved, Store, Updated } from '../store.ts';
import { update } from '../update.ts';
import type { Backups } from './backups/backups.ts';
import type { BackupMade } from './backups/make-backup.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { ParticipantDigests } from './digests/participant-digests.ts';
import type { Quarantine } from './documents/quarantine.ts';
import type { Shelf } from './documents/shelf.ts';
import type { Shelves } from './documents/shelves.ts';
import type { Journal } from './journal/journal.ts';
import { type Trouble, WriteProbe } from './write-probe.ts';
import { Writing } from './writing.ts';

/** What a store is made of. */
export interface Parts {
  readonly shelves: Shelves;
  readonly journal: Journal;
  readonly checkpoints: Checkpoints;
  readonly digests: ParticipantDigests;
  readonly quarantine: Quarantine;
  readonly backups: Backups;
  /** The last cursor given out. */
  readonly cursor: Cursor;
  readonly listeners: Listeners;
  readonly outage: Outage;
  readonly backup: (kept: number, signal: AbortSignal) => Promise<BackupMade>;
  readonly release: () => Promise<void>;
}

/** The embedded store. Records are shared with its memory: nobody changes one in place. */
export class FilesStore implements Store {
  readonly #parts: Parts;
  readonly #writing: Writing;
  #closing: Promise<void> | undefined;
  readonly #probe: WriteProbe;
  #backup: Promise<BackupMade> | undefined;
  readonly #ending = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#probe = new WriteProbe(parts.journal, parts.checkpoints, parts.outage);
    this.#writing = new Writing(parts);
  }

  async load<K extends RecordKind>(kind: K, id: string): Promise<Records[K] | undefined> {
    return this.#parts.shelves[kind].load(id);
  }

  async save<K extends RecordKind>(kind: K, record: Records[K], beside?: Beside): Promise<Saved<Records[K]>> {
    const shelf: Shelf<K> = this.#parts.shelves[kind];
    return shelf.inTurn(record.id, async () => {
      const present = await shelf.find(record.id);
      if ((present?.version ?? 0) !== record.version || !(await this.#isAsLoaded(beside)))
        return { outcome: 'conflict' };
      const next = { ...record, version: record.version + 1 };
      await this.#writing.append(shelf, record.id, next);
      return { outcome: 'saved', record: next };
    });
  }

  /** Writes records as they are, versions included, over what is there: for a move, into a store that nobody uses yet. */
  async put<K extends RecordKind>(kind: K, records: readonly Records[K][]): Promise<void> {
    const shelf: Shelf<K> = this.#parts.shelves[kind];
    const put = (record: Records[K]) =>
      shelf.inTurn(record.id, () => this.#writing.append(shelf, record.id, record));
    await Promise.all(records.map(put));
  }

  async #isAsLoaded(beside: Beside | undefined): Promise<boolean> {
    if (beside === undefined) return true;
    const { kind, id, version } = beside;
    return ((await this.#parts.shelves[kind].find(id))?.version ?? 0) === version;
  }

  update<K extends RecordKind>(
    kind: K,
    id: string,
    change: ChangeRecord<Records[K]>,
    beside?: () => Beside | undefined,
  ): Promise<Updated<Records[K]>> {
    return update(this, kind, id, change, beside);
  }

  async erase<K extends RecordKind>(kind: K, id: string): Promise<void> {
    const shelf: Shelf<K> = this.#parts.shelves[kind];
    await shelf.inTurn(id, async () => {
      await this.#writing.appendErasure(shelf, id);
      await this.#writing.finishErasures(shelf, [id]);
    });
  }

  async eraseMany<K extends RecordKind>(kind: K, ids: readonly string[]): Promise<void> {
    const shelf: Shelf<K> = this.#parts.shelves[kind];
    await Promise.all(ids.map((id) => shelf.inTurn(id, () => this.#writing.appendErasure(shelf, id))));
    await this.#writing.finishErasures(shelf, ids);
  }

  async forget<K extends RecordKind>(
    kind: K,
    id: string,
    without: (record: Records[K]) => Records[K],
  ): Promise<void> {
    const { shelves, checkpoints } = this.#parts;
    const shelf: Shelf<K> = shelves[kind];
    await this.update(kind, id, (before) => before && without(before));
    // No backup is being made meanwhile.
    await checkpoints.still(() => shelf.forgetCopies(id, without));
  }

  async eraseLeftovers(consultation: string, before: string): Promise<number> {
    const { backups, checkpoints, quarantine, shelves } = this.#parts;
    // Until then the former form of what changed stands in its document, or in the journal.
    await checkpoints.now();
    backups.refuseOwed();
    let left = await quarantine.purgeConsultation(consultation, Date.parse(before));
    for (const kind of ofPeople) left += await shelves[kind].unreadable();
    return left;
  }

  doubtful(kind: RecordKind): readonly string[] {
    return this.#parts.shelves[kind].doubtful;
  }

  /**
   * Cursors outlive a restart. Erasures are told of as long as the process lives, the last 100,000 of each kind;
   * what is kept of them is the id, in memory.
   */
  changes<K extends RecordKind>(
    kind: K,
    since: Cursor,
    known?: ReadonlySet<string>,
  ): AsyncIterable<Change<K>> {
    return this.#parts.shelves[kind].changes(since, known);
  }

  get digests(): Digests {
    return this.#parts.digests;
  }

  watch(listener: (change: Change) => void): () => void {
    return this.#parts.listeners.add(listener);
  }

  /** There is one process, which tells of each change as it makes it. */
  async caughtUp(): Promise<void> {}

  /** Brings all documents up to date and empties the journal. */
  checkpoint(): Promise<void> {
    return this.#parts.checkpoints.now();
  }

  /** Makes a backup while all goes on, and leaves the latest `kept`; one at a time. Throws StoreUnavailable. */
  backup(kept: number): Promise<BackupMade> {
    this.#backup ??= this.#parts.backup(kept, this.#ending.signal).finally(() => {
      this.#backup = undefined;
    });
    return this.#backup;
  }

  /** Whether nothing was ever kept here. */
  async isEmpty(): Promise<boolean> {
    const empty = await Promise.all(Object.values(this.#parts.shelves).map((shelf) => shelf.isEmpty()));
    return empty.every(Boolean);
  }

  /** Why nothing can be saved now, found out by trying, at most once a second; nothing when it can. */
  trouble(): Promise<Trouble | undefined> {
    return this.#probe.trouble();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { checkpoints, digests, journal, release } = this.#parts;
    this.#ending.abort();
    this.#writing.close();
    await this.#backup?.catch(() => {});
    // A failure was reported, and the journal still holds everything.
    if (!journal.broken)
      await checkpoints.now().then(
        () => digests.close(),
        () => {},
      );
    await journal.close();
    await release();
  }
}

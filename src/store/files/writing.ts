import type { RecordKind, Records } from '#domain/records/records.ts';
import type { Outage } from '../outage.ts';
import { type Cursor, StoreUnavailable } from '../store.ts';
import type { Backups } from './backups/backups.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { ParticipantDigests } from './digests/participant-digests.ts';
import type { Quarantine } from './documents/quarantine.ts';
import type { Shelf } from './documents/shelf.ts';
import type { Journal } from './journal/journal.ts';
import { closed } from './refusal.ts';
import { lineOf } from './replay.ts';

interface Parts {
  readonly journal: Journal;
  readonly checkpoints: Checkpoints;
  readonly digests: ParticipantDigests;
  readonly quarantine: Quarantine;
  readonly backups: Backups;
  readonly outage: Outage;
  /** The last cursor given out. */
  readonly cursor: Cursor;
}

/** Makes changes durable: each is a line of the journal, under a cursor of its own, before anybody is told of it. */
export class Writing {
  readonly #parts: Parts;
  #cursor: Cursor;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#cursor = parts.cursor;
  }

  /** From now on nothing is taken. */
  close(): void {
    this.#isClosed = true;
  }

  /** For whoever has the record's turn. */
  async appendErasure<K extends RecordKind>(shelf: Shelf<K>, id: string): Promise<void> {
    if (await shelf.isThere(id)) await this.append(shelf, id);
  }

  /** One that a failed checkpoint or a backup left half done is finished by asking again. */
  async finishErasures<K extends RecordKind>(shelf: Shelf<K>, ids: readonly string[]): Promise<void> {
    const { backups, checkpoints, quarantine } = this.#parts;
    const { kind } = shelf;
    if (ids.some((id) => shelf.erasing(id) || backups.owes(kind, id))) await checkpoints.now();
    await quarantine.purge(kind, ids);
    backups.refuseOwed(kind, ids);
  }

  /** For whoever has the record's turn; without a record it is an erasure. Throws StoreUnavailable. */
  async append<K extends RecordKind>(shelf: Shelf<K>, id: string, record?: Records[K]): Promise<void> {
    if (this.#isClosed) throw closed();
    const { journal, checkpoints, digests, outage } = this.#parts;
    const append = async () => {
      await checkpoints.room();
      this.#cursor += 1;
      const entry = { cursor: this.#cursor, id, ...(record && { record }) };
      await journal.append(entry.cursor, lineOf(shelf.kind, entry), () => shelf.take(entry));
    };
    if (shelf.kind === 'participant') digests.changed();
    try {
      // Of whoever is erased, nothing derived is left.
      await (shelf.kind === 'participant' && record === undefined ? digests.without(append) : append());
    } catch (error) {
      if (error instanceof StoreUnavailable && !this.#isClosed) outage.refused(error);
      throw error;
    }
    outage.passed();
    checkpoints.consider();
  }
}

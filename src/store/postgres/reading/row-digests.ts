import { hash } from 'node:crypto';
import { setImmediate as loopTurn } from 'node:timers/promises';
import { SerialQueue } from '#domain/in-memory/serial-queue.ts';
import type { RecordKind } from '#domain/records/records.ts';
import type { Change, Digests } from '#store/store.ts';
import type { Database } from '../database.ts';
import type { Row } from '../rows.ts';
import { inLots } from './lots.ts';

interface DigestParts {
  readonly database: Database;
  /** Before they are written for the first time, and between two times, in milliseconds. */
  readonly every?: number;
}

/** Somebody who goes on for a while is written once a minute, not with each turn. */
const usually = 60_000;
/** Rows read or written together: a few milliseconds of work for either side. */
const together = 250;
/** How long a close waits for them, in milliseconds. */
const patience = 3_000;

type DigestOf = (id: string) => string | undefined;

/**
 * What is derived of each participant, in columns of their own row, beside the number of the change that it was made of: a save empties
 * them, whoever is erased takes them along, and what a node of an earlier release saves beside them makes them count for nothing.
 * Each node writes those of the changes that it made, and of whom it had to read at its start.
 */
export class RowDigests implements Digests {
  readonly #parts: DigestParts;
  readonly #writes = new SerialQueue();
  /** Who is to be written, and the number of the change as which this node knows them. */
  readonly #due = new Map<string, number>();
  /** Who changed before all were counted: what is read of them then may not be what is held of them. */
  #fresh: Set<string> | undefined = new Set();
  #kept: { readonly form: string; readonly digestOf: DigestOf } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: DigestParts) {
    this.#parts = parts;
  }

  async read(form: string, take: (id: string, digest: string) => boolean): Promise<ReadonlySet<string>> {
    const taken = new Set<string>();
    await inLots<{ id: string; digest: string }>(
      this.#parts.database,
      { name: 'digests', lot: together, text: standing, values: [nameOf(form)] },
      (rows) => {
        for (const { id, digest } of rows) if (take(id, digest)) taken.add(id);
      },
    );
    return taken;
  }

  keep(form: string, digestOf: DigestOf): void {
    this.#kept = { form: nameOf(form), digestOf };
    this.#fresh = undefined;
    clearInterval(this.#timer);
    // What fails is tried the next time.
    const write = () => void this.#write(() => false).catch(() => {});
    this.#timer = setInterval(write, this.#parts.every ?? usually).unref();
  }

  /** Told of each change, before anybody can ask what is derived of it. */
  readonly heard = ({ kind, id, cursor, record, isAfar }: Change): void => {
    if (kind !== 'participant') return;
    this.#fresh?.add(id);
    // Of another node's change the place is not known, and it writes what it made of it.
    if (record === undefined || isAfar) this.#due.delete(id);
    else this.#due.set(id, cursor);
  };

  /** Told of whoever is read: at a start they are then counted as they stand. */
  readonly given = (kind: RecordKind, { id, changed }: Pick<Row, 'id' | 'changed'>): void => {
    if (kind === 'participant' && this.#fresh?.has(id) === false) this.#due.set(id, Number(changed));
  };

  /** Writes once more what there is time for. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const until = performance.now() + patience;
    await this.#write(() => performance.now() > until).catch(() => {});
    this.#kept = undefined;
  }

  #write(isOver: () => boolean): Promise<void> {
    return this.#writes.run(async () => {
      const all = [...this.#due.keys()];
      for (let from = 0; from < all.length && !isOver(); from += together) {
        await this.#writeLot(all.slice(from, from + together));
        await loopTurn();
      }
    });
  }

  async #writeLot(ids: readonly string[]): Promise<void> {
    const kept = this.#kept;
    if (kept === undefined) return;
    // Both as they are at this moment: of somebody who goes on meanwhile, another change stands in the row.
    const lot = ids.map((id) => ({ id, changed: this.#due.get(id), digest: kept.digestOf(id) }));
    const known = lot.filter(({ changed, digest }) => changed !== undefined && digest !== undefined);
    await this.#parts.database.query(put, [
      kept.form,
      known.map(({ id }) => id),
      known.map(({ changed }) => changed),
      known.map(({ digest }) => digest),
    ]);
    for (const { id, changed } of lot) if (this.#due.get(id) === changed) this.#due.delete(id);
  }
}

/** A form stands in each row: a few letters say which. */
const nameOf = (form: string): string => hash('sha256', form, 'base64url').slice(0, 10);

const standing =
  'SELECT id, digest FROM trajectoires.participants WHERE digest_form = $1 AND digested = changed';

const put = `UPDATE trajectoires.participants AS person SET digest = one.digest, digest_form = $1, digested = person.changed
  FROM unnest($2::text[], $3::bigint[], $4::text[]) AS one (id, changed, digest)
  WHERE person.id = one.id AND person.changed = one.changed`;

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as loopTurn } from 'node:timers/promises';
import { SerialQueue } from '#domain/in-memory/serial-queue.ts';
import type { Digests } from '#store/store.ts';
import { confirmFolder, type Disk, fileMode, makeFolder, remove } from '../disk.ts';
import { shardOf } from '../documents/name.ts';
import type { Shelf } from '../documents/shelf.ts';
import { unremoved } from '../refusal.ts';
import { DigestWriter, digestsOf, headOf } from './digest-file.ts';

interface DigestParts {
  readonly dir: string;
  readonly disk: Disk;
  readonly shelf: Shelf<'participant'>;
  /** Whether the journal says where the sequence of changes stands. */
  readonly isSure: boolean;
  /** From the time at which there is something to write and no file, in milliseconds. */
  readonly first?: number;
}

/** Between two times at which they are written, in milliseconds. */
const rhythm = 10 * 60_000;
/** When it is told nothing else: once the hurry of a start is over, and long before people leave. */
const firstUnlessTold = 20_000;
/** Lines written together: a few milliseconds of work. */
const together = 250;
/** A folder that changed a moment ago may change again within the same tick of the file system's clock. In milliseconds. */
const settled = 2_000;
/** How long a close waits for them, in milliseconds. */
const patience = 3_000;

/**
 * What is derived of each participant, in one file beside the documents. Whoever is as they were when it was written need not be
 * read at a start. An erasure removes the file first, and no file is written until it is done.
 */
export class ParticipantDigests implements Digests {
  readonly #parts: DigestParts;
  readonly #path: string;
  readonly #inTurn = new SerialQueue();
  readonly #writes = new SerialQueue();
  #kept: { readonly form: string; readonly digestOf: (id: string) => string | undefined } | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Goes up with each erasure: a file that was begun before it is never put in place. */
  #generation = 0;
  #erasing = 0;
  #isBehind = false;

  constructor(parts: DigestParts) {
    this.#parts = parts;
    this.#path = join(parts.dir, 'digest', 'participant.tsv');
  }

  async read(form: string, take: (id: string, digest: string) => boolean): Promise<ReadonlySet<string>> {
    const taken = new Set<string>();
    const head = this.#parts.isSure ? await headOf(this.#path) : undefined;
    if (head?.form !== form) {
      await this.#forget();
      return taken;
    }
    const { shelf } = this.#parts;
    const standing = await this.#standing(head.shards);
    const doubtful: { id: string; cursor: number; digest: string }[] = [];
    for await (const { id, cursor, digest } of digestsOf(this.#path)) {
      if (!standing.has(shardOf(id))) doubtful.push({ id, cursor, digest });
      // What the journal held is known better.
      else if ((shelf.at(id) ?? cursor) === cursor && take(id, digest)) taken.add(id);
      if (standing.has(shardOf(id))) shelf.foresee({ id, cursor });
    }
    await shelf.order(standing);
    for (const [i, { id, cursor, digest }] of doubtful.entries()) {
      if (shelf.at(id) === cursor && take(id, digest)) taken.add(id);
      // Somebody's document is gone, and nobody erased it here.
      else if (shelf.at(id) === undefined) this.#isBehind = true;
      if (i % together === 0) await loopTurn();
    }
    return taken;
  }

  keep(form: string, digestOf: (id: string) => string | undefined): void {
    this.#kept = { form, digestOf };
    this.#later(this.#parts.first ?? firstUnlessTold);
  }

  /** Somebody is not as they were written. */
  changed(): void {
    this.#isBehind = true;
  }

  /** Does what erases somebody: no file that knows them is there meanwhile, nor afterwards. */
  async without<T>(erase: () => Promise<T>): Promise<T> {
    this.#erasing += 1;
    try {
      await this.#forget();
      return await erase();
    } finally {
      this.#erasing -= 1;
    }
  }

  /** Writes them once more: documents change no more. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    const late = setTimeout(() => {
      this.#generation += 1;
    }, patience);
    await this.#write(0).catch(() => {});
    clearTimeout(late);
    this.#kept = undefined;
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#later(rhythm);
      // The next time may succeed; without a file, everybody is read at the next start.
      void this.#write(settled).catch(() => {});
    }, ms).unref();
  }

  /** Throws StoreUnavailable: the file is still there. */
  async #forget(): Promise<void> {
    this.#generation += 1;
    this.#isBehind = true;
    await this.#inTurn.run(async () => {
      const { disk } = this.#parts;
      const there = [this.#path, this.#draft].filter((path) => existsSync(path));
      try {
        for (const path of there) await remove(disk, path);
        if (there.length > 0) await confirmFolder(disk, dirname(this.#path));
      } catch (error) {
        throw unremoved(this.#path, error);
      }
    });
  }

  get #draft(): string {
    return `${this.#path}.draft`;
  }

  /** The folders in which no document came, went or changed since. */
  async #standing(shards: Readonly<Record<string, string>>): Promise<ReadonlySet<string>> {
    const now = await this.#parts.shelf.shardTimes();
    return new Set(
      [...now].filter(([shard, time]) => shards[shard] === String(time)).map(([shard]) => shard),
    );
  }

  /** Writes the file, after one that is being written. */
  #write(unsettledMs: number): Promise<void> {
    return this.#writes.run(() => this.#writeOnce(unsettledMs));
  }

  /** Folders that changed within so many milliseconds are to be looked through at the next start. */
  async #writeOnce(unsettledMs: number): Promise<void> {
    const kept = this.#kept;
    if (kept === undefined || !this.#isBehind || this.#erasing > 0) return;
    const { disk, shelf } = this.#parts;
    const generation = this.#generation;
    const isObsolete = () => this.#generation !== generation;
    this.#isBehind = false;
    try {
      await makeFolder(disk, dirname(this.#path));
      const until = BigInt(Date.now() - unsettledMs) * 1_000_000n;
      const times = [...(await shelf.shardTimes())].filter(([, time]) => unsettledMs === 0 || time < until);
      const shards = Object.fromEntries(times.map(([shard, time]) => [shard, String(time)]));
      await this.#writeDraft({ form: kept.form, shards }, kept.digestOf, isObsolete);
      await this.#inTurn.run(async () => {
        if (isObsolete()) await remove(disk, this.#draft);
        else await disk.rename(this.#draft, this.#path);
      });
    } catch (error) {
      this.#isBehind = true;
      await remove(disk, this.#draft).catch(() => false);
      throw error;
    }
  }

  async #writeDraft(
    head: ConstructorParameters<typeof DigestWriter>[1],
    digestOf: (id: string) => string | undefined,
    isObsolete: () => boolean,
  ): Promise<void> {
    const { disk, shelf } = this.#parts;
    const file = await disk.open(this.#draft, 'w', fileMode);
    try {
      const writer = new DigestWriter(file, head);
      let n = 0;
      for (const id of [...shelf.ids()]) {
        // Both as they are at this moment: somebody who goes on meanwhile has a later place.
        const [cursor, digest] = [shelf.at(id), digestOf(id)];
        if (cursor !== undefined && digest !== undefined && shelf.lives(id))
          writer.add({ cursor, id, digest });
        n += 1;
        if (n % together === 0) await writer.flush();
        if (isObsolete()) return;
      }
      await writer.end();
    } finally {
      await file.close();
    }
  }
}

import { setImmediate as loopTurn } from 'node:timers/promises';
import type { Cursor, StoreUnavailable } from '#store/store.ts';
import type { Disk, SyncFailed } from '../disk.ts';
import { closed, untilRestart } from '../refusal.ts';
import { dropSegments, type Segment, segmentAt } from './segments.ts';
import { Tail } from './tail.ts';

/** A line on its way to the disk. */
interface Waiting {
  readonly cursor: Cursor;
  readonly line: string;
  readonly kept: () => void;
  readonly refused: (why: StoreUnavailable) => void;
}

/**
 * The journal's writer. Lines that arrive at the same time share one write and one fdatasync (group commit).
 * A write that fails is taken back whole; a sync that fails ends all writing.
 */
export class Journal {
  readonly #folder: string;
  readonly #disk: Disk;
  #tail: Tail;
  #older: Segment[];
  #olderSize = 0;
  #last: Cursor;
  #queue: Waiting[] = [];
  /** Work to be done between two commits. */
  #asides: (() => Promise<void>)[] = [];
  #running = false;
  #broken: StoreUnavailable | undefined;

  private constructor(folder: string, disk: Disk, tail: Tail, older: readonly Segment[]) {
    this.#folder = folder;
    this.#disk = disk;
    this.#tail = tail;
    this.#older = [...older];
    this.#last = tail.segment.after;
  }

  /** Goes on after a cursor, in a segment of its own; `older` have been replayed. */
  static async open(folder: string, after: Cursor, older: readonly Segment[], disk: Disk): Promise<Journal> {
    const tail = await Tail.begin(segmentAt(folder, after), disk);
    const others = older.filter(({ path }) => path !== tail.segment.path);
    return new Journal(folder, disk, tail, others);
  }

  /** Bytes that no checkpoint has made superfluous. */
  get size(): number {
    return this.#olderSize + this.#tail.size;
  }

  /** Why nothing can be written until a restart. */
  get broken(): StoreUnavailable | undefined {
    return this.#broken;
  }

  /** Calls `kept`, in the order of the lines, once the line is durable. Throws StoreUnavailable: nothing was written. */
  append(cursor: Cursor, line: string, kept: () => void): Promise<void> {
    return new Promise((resolve, refused) => {
      const keep = () => {
        kept();
        resolve();
      };
      this.#queue.push({ cursor, line, kept: keep, refused });
      this.#wake();
    });
  }

  /** Tries to write, and takes it back. What would be refused now, or nothing. */
  probe(): Promise<StoreUnavailable | undefined> {
    return this.#between(async () => {
      if (this.#broken) return this.#broken;
      const { refused, broken } = await this.#tail.probe();
      this.#broken ??= broken;
      return refused ?? broken;
    });
  }

  /** Ends all writing: something that was to be durable may not be. */
  break(cause: SyncFailed): void {
    this.#broken ??= untilRestart(this.#folder, cause);
  }

  /** Begins a new segment, unless this one is empty. Returns those before, for `drop`. */
  async turn(): Promise<readonly Segment[]> {
    await this.#between(async () => {
      const former = this.#tail;
      if (former.size === 0 || this.#broken) return;
      this.#tail = await Tail.begin(segmentAt(this.#folder, this.#last), this.#disk);
      this.#older.push(former.segment);
      this.#olderSize += former.size;
      await former.close();
    });
    return [...this.#older];
  }

  /** Removes older segments: all that stands in them stands in documents. */
  async drop(segments: readonly Segment[]): Promise<void> {
    await dropSegments(this.#folder, segments, this.#disk);
    this.#older = this.#older.filter((older) => !segments.includes(older));
    if (this.#older.length === 0) this.#olderSize = 0;
  }

  /** Finishes what waits, then takes nothing more. */
  async close(): Promise<void> {
    await this.#between(async () => {
      await this.#commit();
      this.#broken ??= closed();
      await this.#tail.close();
    });
  }

  #between<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#asides.push(() => work().then(resolve, reject));
      this.#wake();
    });
  }

  #wake(): void {
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#queue.length > 0 || this.#asides.length > 0) {
      // One turn of the event loop brings together everyone who saves now.
      await loopTurn();
      for (const aside of this.#asides.splice(0)) await aside();
      await this.#commit();
    }
    this.#running = false;
  }

  async #commit(): Promise<void> {
    const batch = this.#queue;
    this.#queue = [];
    const last = batch.at(-1);
    if (last === undefined) return;
    const { refused, broken } = this.#broken
      ? { broken: this.#broken }
      : await this.#tail.write(Buffer.from(batch.map(({ line }) => line).join('')));
    this.#broken ??= broken;
    const refusal = broken ?? refused;
    if (refusal === undefined) this.#last = last.cursor;
    for (const line of batch) refusal === undefined ? line.kept() : line.refused(refusal);
  }
}

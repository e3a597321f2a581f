import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoreUnavailable } from '#store/store.ts';
import { confirm, confirmFolder, type Disk, fileMode } from '../disk.ts';
import { noRoom, untilRestart } from '../refusal.ts';
import type { Segment } from './segments.ts';

/** What became of a write: `refused` left nothing behind, after `broken` nothing is known. */
type Written = { readonly refused?: StoreUnavailable; readonly broken?: StoreUnavailable };

/** What a probe writes, in bytes: at least a block of the disk, and as much as was refused, up to a bound. */
const [leastProbed, mostProbed] = [4_096, 1_000_000];

/** The segment that is being written. */
export class Tail {
  readonly segment: Segment;
  readonly #file: FileHandle;
  #size = 0;
  #probed = leastProbed;

  private constructor(segment: Segment, file: FileHandle) {
    this.segment = segment;
    this.#file = file;
  }

  /** Begins a segment; its name is durable. A file of this name holds no record: none came after the one it names. */
  static async begin(segment: Segment, disk: Disk): Promise<Tail> {
    const file = await disk.open(segment.path, 'w', fileMode);
    try {
      await confirmFolder(disk, dirname(segment.path));
      return new Tail(segment, file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Bytes written. */
  get size(): number {
    return this.#size;
  }

  /** Appends all of it durably, or takes it back: what was refused must not be found at a start. */
  async write(bytes: Buffer): Promise<Written> {
    const { path } = this.segment;
    const refused = await this.#put(bytes);
    try {
      if (refused) await this.#file.truncate(this.#size);
      await confirm(this.#file);
    } catch (error) {
      return { broken: untilRestart(path, error) };
    }
    if (refused) {
      this.#probed = Math.min(Math.max(this.#probed, bytes.length), mostProbed);
      return { refused };
    }
    this.#size += bytes.length;
    return {};
  }

  /** Whether as much as was last refused could be written. A start that found it would see an unfinished line, and drop it. */
  async probe(): Promise<Written> {
    const refused = await this.#put(Buffer.alloc(this.#probed, ' '));
    try {
      // Where space is shared over a network, its end is told here.
      if (!refused) await confirm(this.#file);
      await this.#file.truncate(this.#size);
    } catch (error) {
      return { broken: untilRestart(this.segment.path, error) };
    }
    if (refused) return { refused };
    this.#probed = leastProbed;
    return {};
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #put(bytes: Buffer): Promise<StoreUnavailable | undefined> {
    try {
      // On a full disk a write may be short without an error.
      const { bytesWritten } = await this.#file.write(bytes, 0, bytes.length, this.#size);
      return bytesWritten === bytes.length ? undefined : noRoom(this.segment.path, undefined);
    } catch (error) {
      return noRoom(this.segment.path, error);
    }
  }
}

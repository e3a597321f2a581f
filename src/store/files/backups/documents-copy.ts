import { dirname, join, relative } from 'node:path';
import { confirmFolder, type Disk, errorCode, makeFolder, remove, SyncFailed } from '../disk.ts';
import { placeIn } from '../documents/name.ts';
import { sideBySide } from '../side-by-side.ts';
import { copyDurably } from './copy.ts';

/** Documents copied together: fewer than Node's file threads, so that a save finds one free. */
const width = 2;

/** The documents of a data folder on their way to another place. */
export class DocumentsCopy {
  readonly to: string;
  /** What is there, and what could not be read, by their place in the folder. */
  readonly documents = new Set<string>();
  readonly unread = new Set<string>();
  readonly #from: string;
  readonly #disk: Disk;

  constructor(from: string, to: string, disk: Disk) {
    this.#from = from;
    this.to = to;
    this.#disk = disk;
  }

  /** Copies all documents of a kind as they are found; `goOn` throws to end it. */
  async all(kind: string, goOn: () => Promise<void>): Promise<void> {
    for (const shard of await this.#names(kind)) {
      await goOn();
      const places = (await this.#names(join(kind, shard))).filter((name) => name.endsWith('.json'));
      await sideBySide(places, width, async (name) => {
        await this.#document(join(kind, shard, name));
      });
      if (places.length > 0) await confirmFolder(this.#disk, join(this.to, kind, shard));
    }
  }

  /** Copies one document as it is now; gone, it goes. */
  async again(kind: string, id: string): Promise<void> {
    const place = relative(this.#from, placeIn(join(this.#from, kind), id));
    if (await this.#document(place)) await confirmFolder(this.#disk, dirname(join(this.to, place)));
  }

  /** Copies a file that stands beside the documents, if there is one. */
  async file(name: string): Promise<void> {
    if (await copyDurably(join(this.#from, name), join(this.to, name), this.#disk))
      await confirmFolder(this.#disk, this.to);
  }

  /** Says whether the document is there. */
  async #document(place: string): Promise<boolean> {
    const [source, target] = [join(this.#from, place), join(this.to, place)];
    const found = await this.#copied(source, target);
    this.unread.delete(place);
    this.documents.delete(place);
    if (found === 'there') this.documents.add(place);
    else await remove(this.#disk, target);
    if (found === 'unread') this.unread.add(place);
    return found === 'there';
  }

  async #copied(source: string, target: string): Promise<'there' | 'gone' | 'unread'> {
    await makeFolder(this.#disk, dirname(target));
    try {
      return (await copyDurably(source, target, this.#disk)) ? 'there' : 'gone';
    } catch (error) {
      if (error instanceof SyncFailed || !sourceFails.includes(errorCode(error))) throw error;
      return 'unread';
    }
  }

  async #names(place: string): Promise<string[]> {
    try {
      return await this.#disk.list(join(this.#from, place));
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error))) this.unread.add(place);
      return [];
    }
  }
}

/** What the system says of a file that it does not give. */
const sourceFails = ['EACCES', 'EPERM', 'EIO', 'EISDIR', 'ELOOP', 'ENXIO'];

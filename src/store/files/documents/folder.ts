import { lstat, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import type { RecordKind, Records } from '#domain/records/records.ts';
import type { Cursor } from '#store/store.ts';
import { type Checked, checked } from '#store/upgrade/checked.ts';
import type { Backups } from '../backups/backups.ts';
import { type Disk, errorCode, makeFolder } from '../disk.ts';
import { Envelope, recordIn } from './checked.ts';
import { Document, draftOf, removeDocument } from './document.ts';
import { headOf } from './head.ts';
import { idOf, placeIn, shardOf } from './name.ts';
import type { Quarantine } from './quarantine.ts';
import type { Unreadable } from './unreadable.ts';

/** What a folder works with. */
export interface FolderParts {
  readonly disk: Disk;
  readonly quarantine: Quarantine;
  readonly unreadable: Unreadable;
  readonly backups: Pick<Backups, 'erase' | 'change'>;
}

/** The documents of one kind: `<kind>/<shard>/<name>.json`. */
export class Folder<K extends RecordKind> {
  readonly kind: K;
  readonly #path: string;
  readonly #disk: Disk;
  readonly #quarantine: Quarantine;
  readonly #unreadable: Unreadable;
  readonly #backups: FolderParts['backups'];
  readonly #made = new Set<string>();
  readonly #doubtful = new Set<string>();
  readonly #hidden = new Set<string>();

  constructor(kind: K, dir: string, { disk, quarantine, unreadable, backups }: FolderParts) {
    this.kind = kind;
    this.#path = join(dir, kind);
    this.#disk = disk;
    this.#quarantine = quarantine;
    this.#unreadable = unreadable;
    this.#backups = backups;
  }

  /**
   * The record as last written; a damaged document goes to the quarantine and counts as absent.
   * Throws RecordUnreadable for what is there and cannot be read, or was written by a later release: it stays as it is.
   */
  async read(id: string): Promise<Records[K] | undefined> {
    try {
      return await this.#read(id);
    } catch (error) {
      this.#doubtful.add(id);
      throw error;
    }
  }

  /** Ids of documents that could not be read since the start, and are not written anew or removed since. */
  get doubtful(): readonly string[] {
    return [...this.#doubtful];
  }

  /** How many folders could not be looked through since the start: what is in them is not known. */
  get hidden(): number {
    return this.#hidden.size;
  }

  async #read(id: string): Promise<Records[K] | undefined> {
    const path = this.#pathOf(id);
    const low = new Low<unknown>(new Document(path, this.#disk), null);
    try {
      await low.read();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw await this.#unreadable.document(this.kind, path, error);
      // The message of a SyntaxError quotes the text.
      return this.#setAside(path, 'not JSON');
    }
    if (low.data === null) {
      if (await this.#quarantine.holdsPlaceOf(this.kind, id)) throw this.#unreadable.waiting(path);
      return undefined;
    }
    const outcome = recordIn(this.kind, low.data);
    if ('record' in outcome)
      return outcome.record.id === id ? outcome.record : this.#setAside(path, 'another id');
    if (outcome.isLater) throw this.#unreadable.ofLaterForm(path, outcome.why);
    return this.#setAside(path, outcome.why);
  }

  async write(cursor: Cursor, record: Records[K]): Promise<void> {
    try {
      await this.#put(cursor, record);
    } catch (error) {
      // Something stands in the place of the document or of its folder: it must not keep the others from the disk.
      if (!['EISDIR', 'EEXIST', 'ENOTDIR'].includes(errorCode(error))) throw error;
      await this.#clearPlace(record.id);
      await this.#put(cursor, record);
    }
  }

  async #put(cursor: Cursor, record: Records[K]): Promise<void> {
    const shard = join(this.#path, shardOf(record.id));
    if (!this.#made.has(shard)) await makeFolder(this.#disk, shard);
    this.#made.add(shard);
    const low = new Low<unknown>(new Document(this.#pathOf(record.id), this.#disk), null);
    low.data = { cursor, record } satisfies Envelope;
    await low.write();
    this.#doubtful.delete(record.id);
  }

  /** Removes a document; its copies in the program's backups go as the checkpoint ends. */
  async remove(id: string): Promise<void> {
    this.#backups.erase(this.kind, id);
    await removeDocument(this.#pathOf(id), this.#disk);
    this.#doubtful.delete(id);
  }

  /** Has each copy in the program's backups lose something; one that is no record, of which nobody can tell, goes. */
  forgetCopies(id: string, without: (record: Records[K]) => Records[K]): Promise<void> {
    return this.#backups.change(this.kind, id, (document) => {
      const { data: envelope } = Envelope.safeParse(document);
      const found = recordIn(this.kind, document);
      if (envelope === undefined || 'why' in found) return undefined;
      const record = without(found.record);
      return record === found.record ? document : { ...envelope, record };
    });
  }

  /** Whether something read from a file is a record of this kind, in the form of now. */
  check(data: unknown): Checked<Records[K]> {
    return checked(this.kind, data);
  }

  /** Whether no document was ever written. */
  async isEmpty(): Promise<boolean> {
    return (await this.#names(this.#path)).length === 0;
  }

  /** When a document last came, went or changed in each shard, in nanoseconds since 1970. */
  async shardTimes(): Promise<ReadonlyMap<string, bigint>> {
    const shards = await this.#names(this.#path);
    const times = await Promise.all(
      shards.map(
        async (shard) => [shard, (await stat(join(this.#path, shard), { bigint: true })).mtimeNs] as const,
      ),
    );
    return new Map(times);
  }

  /** The ids of all documents, a shard at a time; those shards are left out that are known. */
  async *shards(known: ReadonlySet<string>): AsyncIterable<readonly string[]> {
    for (const shard of (await this.#names(this.#path)).sort()) {
      if (known.has(shard)) continue;
      const ids: string[] = [];
      for (const name of await this.#names(join(this.#path, shard))) {
        const id = name.endsWith('.json') ? idOf(name.slice(0, -'.json'.length)) : undefined;
        if (id !== undefined && shardOf(id) === shard) ids.push(id);
      }
      yield ids;
    }
  }

  /** The place of a document's last change, from its first bytes; undefined when it is gone, `damaged` when they do not tell. */
  async cursorOf(id: string): Promise<Cursor | 'damaged' | undefined> {
    const head = headOf(this.#pathOf(id));
    if (head === undefined) return undefined;
    const [, cursor] = /^\{\s*"cursor":\s*(\d{1,15}),/.exec(head) ?? [];
    return cursor === undefined ? 'damaged' : Number(cursor);
  }

  async #clearPlace(id: string): Promise<void> {
    const path = this.#pathOf(id);
    const isFolder = (place: string) =>
      lstat(place).then(
        (it) => it.isDirectory(),
        () => undefined,
      );
    if ((await isFolder(dirname(path))) === false)
      await this.#quarantine.takeStranger(this.kind, dirname(path));
    for (const place of [path, draftOf(path)])
      if (await isFolder(place)) await this.#quarantine.takeStranger(this.kind, place);
    this.#made.clear();
  }

  async #setAside(path: string, why: string): Promise<undefined> {
    await this.#quarantine.takeDocument(this.kind, path, why).catch((error: unknown) => {
      throw this.#unreadable.stuck(path, error);
    });
  }

  /** The names in a folder; of one that cannot be looked through, none, and it is told of. */
  async #names(path: string): Promise<string[]> {
    try {
      return await this.#disk.list(path);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
      this.#hidden.add(path);
      this.#unreadable.folder(path, error);
      return [];
    }
  }

  #pathOf(id: string): string {
    return placeIn(this.#path, id);
  }
}

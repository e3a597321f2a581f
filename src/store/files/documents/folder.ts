import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { type RecordKind, type Records, records } from '#domain/records/records.ts';
import type { Cursor } from '#store/store.ts';
import { type Disk, errorCode, makeFolder } from '../disk.ts';
import { unreadable } from '../refusal.ts';
import { formOfNow } from '../upgrade/form-of-now.ts';
import { Document, removeDocument } from './document.ts';
import { idOf, nameOf, shardOf } from './name.ts';
import type { Quarantine } from './quarantine.ts';

/** What stands in a document: the record, and the place of its last change. `cursor` comes first in the file. */
const Envelope = z.strictObject({ cursor: z.int().min(1), record: z.unknown() });

const schemas: { readonly [K in RecordKind]: z.ZodType<Records[K]> } = records;

/** The documents of one kind: `<kind>/<shard>/<name>.json`. */
export class Folder<K extends RecordKind> {
  readonly kind: K;
  readonly #path: string;
  readonly #disk: Disk;
  readonly #quarantine: Quarantine;
  readonly #made = new Set<string>();

  constructor(kind: K, dir: string, disk: Disk, quarantine: Quarantine) {
    this.kind = kind;
    this.#path = join(dir, kind);
    this.#disk = disk;
    this.#quarantine = quarantine;
  }

  /** The record as last written; a damaged document goes to the quarantine and counts as absent. */
  async read(id: string): Promise<Records[K] | undefined> {
    const path = this.#pathOf(id);
    const low = new Low<unknown>(new Document(path, this.#disk), null);
    try {
      await low.read();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw unreadable(path, error);
      // The message of a SyntaxError quotes the text.
      await this.#quarantine.takeDocument(this.kind, path, 'not JSON');
      return undefined;
    }
    if (low.data === null) return undefined;
    const outcome = this.check(Envelope.safeParse(low.data).data?.record);
    if ('record' in outcome && outcome.record.id === id) return outcome.record;
    await this.#quarantine.takeDocument(this.kind, path, 'why' in outcome ? outcome.why : 'another id');
    return undefined;
  }

  async write(cursor: Cursor, record: Records[K]): Promise<void> {
    const shard = join(this.#path, shardOf(record.id));
    if (!this.#made.has(shard)) await makeFolder(this.#disk, shard);
    this.#made.add(shard);
    const low = new Low<unknown>(new Document(this.#pathOf(record.id), this.#disk), null);
    low.data = { cursor, record } satisfies z.infer<typeof Envelope>;
    await low.write();
  }

  async remove(id: string): Promise<void> {
    await removeDocument(this.#pathOf(id), this.#disk);
  }

  /** Whether something read from a file is a record of this kind, in the form of now; `why` names places, never values. */
  check(data: unknown): { readonly record: Records[K] } | { readonly why: string } {
    const { data: record, error } = schemas[this.kind].safeParse(formOfNow(this.kind, data));
    if (record !== undefined) return { record };
    return { why: error?.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(', ') ?? 'empty' };
  }

  /** When a document last came, went or changed in each shard, in nanoseconds since 1970. */
  async shardTimes(): Promise<ReadonlyMap<string, bigint>> {
    const shards = await names(this.#path);
    const times = await Promise.all(
      shards.map(
        async (shard) => [shard, (await stat(join(this.#path, shard), { bigint: true })).mtimeNs] as const,
      ),
    );
    return new Map(times);
  }

  /** The ids of all documents, a shard at a time; those shards are left out that are known. */
  async *shards(known: ReadonlySet<string>): AsyncIterable<readonly string[]> {
    for (const shard of (await names(this.#path)).sort()) {
      if (known.has(shard)) continue;
      const ids: string[] = [];
      for (const name of await names(join(this.#path, shard))) {
        const id = name.endsWith('.json') ? idOf(name.slice(0, -'.json'.length)) : undefined;
        if (id !== undefined && shardOf(id) === shard) ids.push(id);
      }
      yield ids;
    }
  }

  /** The place of a document's last change, from its first bytes; undefined when it is gone. */
  async cursorOf(id: string): Promise<Cursor | 'damaged' | undefined> {
    const head = await start(this.#pathOf(id));
    if (head === undefined) return undefined;
    const [, cursor] = /^\{\s*"cursor":\s*(\d{1,15}),/.exec(head) ?? [];
    return cursor === undefined ? 'damaged' : Number(cursor);
  }

  #pathOf(id: string): string {
    return join(this.#path, shardOf(id), `${nameOf(id)}.json`);
  }
}

async function names(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw unreadable(path, error);
  }
}

async function start(path: string): Promise<string | undefined> {
  try {
    const file = await open(path, 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(48), 0, 48, 0).finally(() => file.close());
    return buffer.toString('latin1', 0, bytesRead);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw unreadable(path, error);
  }
}

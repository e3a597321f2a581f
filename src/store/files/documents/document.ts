import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { confirm, confirmFolder, type Disk, errorCode, fileMode, remove, SyncFailed } from '../disk.ts';

/**
 * lowdb's adapter for one durable JSON document: a write is on the disk, whole, before it resolves, and until then the
 * former document stands. Reading throws SyntaxError for what is no JSON object.
 */
export class Document implements Adapter<unknown> {
  readonly #path: string;
  readonly #disk: Disk;

  constructor(path: string, disk: Disk) {
    this.#path = path;
    this.#disk = disk;
  }

  async read(): Promise<unknown> {
    const text = await textOf(this.#path, this.#disk);
    if (text === undefined) return null;
    const data: unknown = JSON.parse(text);
    // lowdb takes `null`, `0` or `""` in a file for no file at all.
    if (typeof data !== 'object' || data === null) throw new SyntaxError('The document is no JSON object.');
    return data;
  }

  async write(data: unknown): Promise<void> {
    const draft = draftOf(this.#path);
    try {
      await this.#draft(draft, `${linesOf(data, 2)}\n`);
      await this.#disk.rename(draft, this.#path);
    } catch (error) {
      // A draft left on a full disk keeps the room that others need.
      if (!(error instanceof SyncFailed)) await remove(this.#disk, draft).catch(() => false);
      throw error;
    }
    await confirmFolder(this.#disk, dirname(this.#path));
  }

  async #draft(path: string, text: string): Promise<void> {
    const file = await this.#disk.open(path, 'w', fileMode);
    try {
      await file.writeFile(text);
      await confirm(file);
    } finally {
      await file.close();
    }
  }
}

/** Removes a document and its draft for good. */
export async function removeDocument(path: string, disk: Disk): Promise<void> {
  const found = await Promise.all([remove(disk, path), remove(disk, draftOf(path))]);
  if (found.includes(true)) await confirmFolder(disk, dirname(path));
}

/** A line a field of the record: a person finds what they look for, and the disk keeps few blanks. */
function linesOf(data: unknown, levels: number): string {
  if (levels === 0 || typeof data !== 'object' || data === null || Array.isArray(data))
    return JSON.stringify(data);
  const fields = Object.entries(data).flatMap(([name, value]) =>
    value === undefined ? [] : [`${JSON.stringify(name)}: ${linesOf(value, levels - 1)}`],
  );
  return `{\n${fields.join(',\n')}\n}`;
}

/** One name a document, so that a draft left by a crash is overwritten by the replay or erased with its document. */
export function draftOf(path: string): string {
  return `${path}.draft`;
}

async function textOf(path: string, disk: Disk): Promise<string | undefined> {
  try {
    return await disk.read(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

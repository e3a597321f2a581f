import { join } from 'node:path';
import { z } from 'zod';
import { type RecordKind, records } from '#domain/records/records.ts';
import type { Disk } from '../disk.ts';
import { Document, removeDocument } from '../documents/document.ts';
import { unreadableOwed } from '../refusal.ts';

const Owed = z.strictObject({ owed: z.array(z.tuple([z.object(records).keyof(), z.string()])) });

/** Whoever is erased in the store and not yet in the backups; kept in one file beside the documents while a backup refuses. */
export class OwedErasures {
  readonly #path: string;
  readonly #disk: Disk;
  readonly #all = new Map<string, readonly [RecordKind, string]>();
  #isKept = false;

  constructor(dir: string, disk: Disk) {
    this.#path = join(dir, 'owed-erasures.json');
    this.#disk = disk;
  }

  /** What the last process left. Throws StoreUnavailable where that cannot be read: nobody on it may be passed over. */
  async read(): Promise<void> {
    const found = await this.#found();
    if (found === undefined) return;
    for (const [kind, id] of found.owed) this.add(kind, id);
    this.#isKept = true;
  }

  add(kind: RecordKind, id: string): void {
    this.#all.set(`${kind} ${id}`, [kind, id]);
  }

  has(kind: RecordKind, id: string): boolean {
    return this.#all.has(`${kind} ${id}`);
  }

  get all(): readonly (readonly [RecordKind, string])[] {
    return [...this.#all.values()];
  }

  /** They outlive the process from here on. */
  async keep(): Promise<void> {
    await new Document(this.#path, this.#disk).write({ owed: this.all });
    this.#isKept = true;
  }

  async #found(): Promise<z.infer<typeof Owed> | undefined> {
    try {
      const found = await new Document(this.#path, this.#disk).read();
      return found === null ? undefined : Owed.parse(found);
    } catch (error) {
      throw unreadableOwed(error);
    }
  }

  /** Nobody is owed any more. */
  async clear(): Promise<void> {
    this.#all.clear();
    if (this.#isKept) await removeDocument(this.#path, this.#disk);
    this.#isKept = false;
  }
}

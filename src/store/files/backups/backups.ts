import { existsSync } from 'node:fs';
import { access, constants, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RecordKind } from '#domain/records/records.ts';
import type { OnProblem } from '#store/problem.ts';
import { confirmFolder, type Disk, errorCode, makeFolder, remove } from '../disk.ts';
import { Document, draftOf, removeDocument } from '../documents/document.ts';
import { placeIn } from '../documents/name.ts';
import { unerased, unforgotten, unreachable } from '../refusal.ts';
import type { OwedErasures } from './owed-erasures.ts';

/** What a backup is called while it is made, and when some of its documents could not be read. */
const [partial, incomplete] = ['.partial', '-incomplete'];

/** The program's own backups: folders in which everything stands as in a data folder, without a journal. */
export class Backups {
  readonly #folder: string;
  readonly #disk: Disk;
  /** Folders whose names have changed and are not durable yet. */
  readonly #changed = new Set<string>();
  readonly #owed: OwedErasures;
  readonly #onProblem: OnProblem;
  /** Why a backup refused an erasure the last time. */
  #failure: unknown;

  constructor(folder: string, disk: Disk, owed: OwedErasures, onProblem: OnProblem) {
    this.#folder = folder;
    this.#disk = disk;
    this.#owed = owed;
    this.#onProblem = onProblem;
  }

  /** Throws StoreUnavailable where nobody could be erased in them: each erasure would then hold up all that is saved. */
  async check(): Promise<void> {
    try {
      for (const name of await this.#names())
        await access(join(this.#folder, name), constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      throw unreachable(this.#folder, error);
    }
  }

  /** Begins one; what earlier ones left unfinished goes. Returns its folder. */
  async begin(now: Date): Promise<string> {
    await makeFolder(this.#disk, this.#folder);
    await this.clear();
    const draft = join(this.#folder, `${now.toISOString().replace(/[:.]/g, '-')}${partial}`);
    await makeFolder(this.#disk, draft);
    return draft;
  }

  /** Removes what a crash left of one: somebody who was erased while it was made may be in it again. */
  async clear(): Promise<void> {
    for (const name of await this.#names())
      if (name.endsWith(partial)) await rm(join(this.#folder, name), { recursive: true });
  }

  /** It is whole, or all that can be had: from here on it counts. Returns where it stands. */
  async publish(draft: string, isWhole: boolean): Promise<string> {
    const path = `${draft.slice(0, -partial.length)}${isWhole ? '' : incomplete}`;
    await this.#disk.rename(draft, path);
    await confirmFolder(this.#disk, this.#folder);
    return path;
  }

  /** Leaves the latest so many, and always the latest whole one. */
  async rotate(kept: number): Promise<void> {
    const names = (await this.#names()).filter((name) => !name.endsWith(partial));
    const whole = names.findLast((name) => !name.endsWith(incomplete));
    // A copy in it may be changed at this very moment.
    for (const name of names.slice(0, -kept))
      if (name !== whole) await rm(join(this.#folder, name), { recursive: true, maxRetries: 5 });
    await confirmFolder(this.#disk, this.#folder);
  }

  /** What is erased is erased here too, by the next `settle`. */
  erase(kind: RecordKind, id: string): void {
    this.#owed.add(kind, id);
  }

  /** Throws StoreUnavailable while one of them, or of all, may still stand in a backup. */
  refuseOwed(kind?: RecordKind, ids: readonly string[] = []): void {
    const owed = kind === undefined ? this.#owed.all.length > 0 : ids.some((id) => this.#owed.has(kind, id));
    if (owed) throw unerased(this.#folder, this.#failure);
  }

  /** Whether it may still stand in a backup. */
  owes(kind: RecordKind, id: string): boolean {
    return this.#owed.has(kind, id);
  }

  /** Erases what is to be; what a backup refuses is kept in mind, told of once, and tried again by the next call. */
  async settle(): Promise<void> {
    const { all } = this.#owed;
    if (all.length === 0) return;
    try {
      await this.#eraseAll(all);
    } catch (error) {
      await this.#owed.keep();
      if (this.#failure === undefined) {
        const { message, remedy } = unerased(this.#folder, error);
        this.#onProblem({ about: 'backups-refuse', message, remedy });
      }
      this.#failure = error;
      return;
    }
    await this.#owed.clear();
    this.#failure = undefined;
  }

  /** Of many together, each folder is confirmed once. */
  async #eraseAll(all: OwedErasures['all']): Promise<void> {
    for (const name of await this.#names())
      for (const [kind, id] of all) {
        const place = placeIn(join(this.#folder, name, kind), id);
        for (const one of [place, draftOf(place)])
          if (await remove(this.#disk, one)) this.#changed.add(dirname(place));
      }
    for (const folder of this.#changed) {
      // A backup may have been let go meanwhile.
      if (existsSync(folder)) await confirmFolder(this.#disk, folder);
      this.#changed.delete(folder);
    }
  }

  /**
   * Changes every copy of a document, for good; to be called while no backup is published. `change` returns the same document where
   * nothing changes, and nothing for one that is to go; what is no JSON goes. Throws StoreUnavailable.
   */
  async change(kind: RecordKind, id: string, change: (document: unknown) => unknown): Promise<void> {
    for (const name of await this.#names()) {
      const place = placeIn(join(this.#folder, name, kind), id);
      try {
        await this.#changeOne(place, change);
      } catch (error) {
        // A backup may have been let go meanwhile.
        if (existsSync(dirname(place))) throw unforgotten(error);
      }
    }
  }

  async #changeOne(place: string, change: (document: unknown) => unknown): Promise<void> {
    const copy = new Document(place, this.#disk);
    const before = await copy.read().catch((error: unknown) => {
      if (!(error instanceof SyntaxError)) throw error;
    });
    const after = before === null ? null : change(before);
    if (after === undefined) await removeDocument(place, this.#disk);
    else if (after !== before) await copy.write(after);
  }

  /** An archive that somebody made of one beside it is theirs. */
  async #names(): Promise<string[]> {
    try {
      const found = await readdir(this.#folder, { withFileTypes: true });
      const folders = found.filter((entry) => !entry.isFile()).map(({ name }) => name);
      return folders.filter((name) => /^\d{4}-\d\d-\d\dT/.test(name)).sort();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }
}

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesIn } from '#test/bytes-in.ts';
import type { Torture } from '../part.ts';
import type { Somebody } from './somebody.ts';

/** Looks for canaries in everything under the data folder. */
export class Search {
  readonly #dir: string;
  readonly #torture: Torture;
  readonly #canaries = new Set<string>();
  #searches = 0;
  #files = 0;
  #bytes = 0;
  #ms = 0;

  constructor(dir: string, torture: Torture) {
    this.#dir = dir;
    this.#torture = torture;
  }

  /** Nothing of these people is there. */
  async none(people: readonly Somebody[], when: string): Promise<void> {
    const canaries = people.flatMap((one) => [...one.canaries]);
    for (const one of canaries) this.#canaries.add(one);
    const found = await this.#find(canaries);
    if (found.length > 0) this.#torture.wrong(`${when}: ${found.length} files, ${found[0]}`);
  }

  /** Each is there: what is looked for is what would be found. */
  async each(canaries: readonly string[]): Promise<void> {
    for (const one of canaries)
      if ((await this.#find([one])).length === 0)
        this.#torture.wrong(`Never found while it is there: ${one}`);
  }

  tell(): void {
    const { figure } = this.#torture;
    figure('canaries (words, ids, hashes, codes, reasons)', this.#canaries.size);
    figure(
      'searches, files read, MB read',
      `${this.#searches}, ${this.#files}, ${(this.#bytes / 1e6).toFixed(1)}`,
    );
    figure('seconds of searching', (this.#ms / 1000).toFixed(1));
  }

  async #find(canaries: readonly string[]): Promise<readonly string[]> {
    const began = performance.now();
    for (const entry of await readdir(this.#dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      this.#files += 1;
      this.#bytes += (await stat(join(entry.parentPath, entry.name))).size;
    }
    const found = await bytesIn(this.#dir, ...canaries);
    this.#searches += 1;
    this.#ms += performance.now() - began;
    return found;
  }
}

import { hash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { opened, sealed } from '../shared/seal.ts';
import type { SealedTexts } from '../shared/sealed-texts.ts';
import { confirm, confirmFolder, type Disk, fileMode, makeFolder, realDisk, remove } from './disk.ts';

interface SealedTextsParts {
  /** How long each is kept, in milliseconds, and how many there are at most: the oldest go. */
  readonly forMs: number;
  readonly most: number;
  /** In milliseconds. */
  readonly now: () => number;
  readonly disk?: Disk;
}

const everyMs = 600_000;

/**
 * Sealed texts, each in a file of its own, sealed with a key that only whoever was given its name can make. A restart loses none.
 * `close`: no file is removed any more.
 */
export function createSealedTexts(
  dir: string,
  { forMs, most, now, disk = realDisk }: SealedTextsParts,
): SealedTexts & { close(): void } {
  /** The files, the oldest first: each is named by when it ends and by a hash of the name that opens it. */
  const files = async (): Promise<readonly string[]> => (await disk.list(dir).catch(() => [])).toSorted();
  const sweep = async () => {
    const all = await files();
    const over = all.filter((one, i) => endOf(one) <= now() || i < all.length - most);
    for (const one of over) await remove(disk, join(dir, one)).catch(() => false);
  };
  void sweep();
  const timer = setInterval(() => void sweep(), everyMs).unref();
  return {
    async keep(text) {
      const name = randomBytes(24).toString('base64url');
      try {
        await makeFolder(disk, dir);
        const path = join(dir, `${String(now() + forMs).padStart(15, '0')}-${placeOf(name)}`);
        const file = await disk.open(path, 'wx', fileMode);
        try {
          await file.writeFile(sealed(text, name));
          await confirm(file);
        } finally {
          await file.close();
        }
        await confirmFolder(disk, dir);
        await sweep();
        return name;
      } catch {
        // A full disk: what cannot be kept is not said to be.
        return undefined;
      }
    },
    async open(name) {
      const place = placeOf(name);
      const file = (await files()).find((one) => one.endsWith(`-${place}`) && endOf(one) > now());
      if (file === undefined) return undefined;
      return opened(await disk.read(join(dir, file)).catch(() => ''), name);
    },
    close() {
      clearInterval(timer);
    },
  };
}

const endOf = (file: string): number => Number(file.split('-')[0]);
const placeOf = (name: string): string => hash('sha256', `place ${name}`, 'hex').slice(0, 32);

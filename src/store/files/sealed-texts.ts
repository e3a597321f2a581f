import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { confirm, confirmFolder, type Disk, fileMode, makeFolder, realDisk, remove } from './disk.ts';

/**
 * Texts that are kept beside the records for a while, each in a file of its own, sealed (AES-256-GCM) with a key that only whoever
 * was given its name can make: neither the program nor a backup can read them. A restart loses none.
 */
export interface SealedTexts {
  /** The name that opens it, which stands nowhere; nothing where the disk did not take it. */
  keep(text: string): Promise<string | undefined>;
  /** What is kept under a name, until its end. */
  open(name: string): Promise<string | undefined>;
  /** No file is removed any more. */
  close(): void;
}

interface SealedTextsParts {
  /** How long each is kept, in milliseconds, and how many there are at most: the oldest go. */
  readonly forMs: number;
  readonly most: number;
  /** In milliseconds. */
  readonly now: () => number;
  readonly disk?: Disk;
}

const everyMs = 600_000;

export function createSealedTexts(
  dir: string,
  { forMs, most, now, disk = realDisk }: SealedTextsParts,
): SealedTexts {
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
const keyOf = (name: string): Uint8Array => new Uint8Array(hkdfSync('sha256', name, '', 'sealed text', 32));

function sealed(text: string, name: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(name), nonce);
  const bytes = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...bytes]).toString('base64');
}

/** The text; nothing when the file is cut, or not one of ours. */
function opened(file: string, name: string): string | undefined {
  try {
    const bytes = Buffer.from(file, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', keyOf(name), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

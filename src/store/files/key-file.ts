import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyPlace } from '../key-place.ts';
import { errorCode } from './disk.ts';

/**
 * `keys.json` of a data folder, readable by its owner alone, and on the disk before its keys are used: a key that a crash forgets would
 * lock people out. One process at a time: hold the store's lock first.
 */
export function keysInFolder(dataDir: string): KeyPlace {
  const name = join(dataDir, 'keys.json');
  return {
    name,
    async obtain(make) {
      const kept = await readFile(name, 'utf8').catch(absent);
      if (kept !== undefined) {
        await chmod(name, ownerOnly);
        return kept;
      }
      const made = await make();
      if (made === undefined) return undefined;
      await mkdir(dataDir, { recursive: true, mode: 0o700 });
      await synced(`${name}.new`, 'w', (file) => file.writeFile(`${made}\n`));
      await rename(`${name}.new`, name);
      await synced(dataDir, 'r', async () => undefined);
      return made;
    },
  };
}

const ownerOnly = 0o600;

async function synced(
  path: string,
  flags: string,
  write: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
) {
  const file = await open(path, flags, ownerOnly);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

function absent(error: unknown): undefined {
  if (errorCode(error) === 'ENOENT') return undefined;
  throw error;
}

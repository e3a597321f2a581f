import { readdir } from 'node:fs/promises';
import { records } from '#domain/records/records.ts';
import { type Disk, makeFolder, realDisk } from '../disk.ts';
import { takeLock } from '../lock.ts';
import { noBackup, notEmpty } from '../refusal.ts';
import { checkFormat } from '../upgrade/format.ts';
import { DocumentsCopy } from './documents-copy.ts';

/** What may stand in a data folder into which a backup is put back. */
const strangers: ReadonlySet<string> = new Set(['lock', 'backups']);

/**
 * Puts a backup back into a data folder in which nothing is, and says how many documents it held. Its keys come last: a folder
 * that was filled by half starts nothing. Throws StoreUnavailable or StoreLocked, with a remedy.
 */
export async function restoreBackup(from: string, dir: string, disk: Disk = realDisk): Promise<number> {
  if (!(await namesIn(from)).includes('keys.json')) throw noBackup(from);
  await checkFormat(from, disk);
  await makeFolder(disk, dir);
  const { release } = await takeLock(dir);
  try {
    const others = (await namesIn(dir)).filter((name) => !strangers.has(name));
    if (others.length > 0) throw notEmpty(dir, others);
    const copy = new DocumentsCopy(from, dir, disk);
    for (const kind of Object.keys(records)) await copy.all(kind, async () => {});
    for (const name of ['format.json', 'keys.json']) await copy.file(name);
    return copy.documents.size;
  } finally {
    await release();
  }
}

const namesIn = (path: string): Promise<readonly string[]> => readdir(path).catch(() => []);

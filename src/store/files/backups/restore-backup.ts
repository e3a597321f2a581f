import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordKind, records } from '#domain/records/records.ts';
import { type Disk, makeFolder, realDisk } from '../disk.ts';
import { takeLock } from '../lock.ts';
import { checkFormat } from '../upgrade/format.ts';
import { DocumentsCopy } from './documents-copy.ts';
import { endSessions } from './end-sessions.ts';
import { noBackup, notEmpty } from './restore-refusal.ts';

/** A link that was used since stands unused in the backup: nobody can tell. */
const oneUse: RecordKind = 'sign-in-link';

/** What may stand in a data folder into which a backup is put back. */
const strangers: ReadonlySet<string> = new Set(['lock', 'backups']);

/**
 * Puts a backup back into a data folder in which nothing is, and says how many documents that were. What let somebody in before
 * does so no more: links of one use are left out, sessions are over. Its keys come last: a folder that was filled by half starts
 * nothing. Throws StoreUnavailable or StoreLocked, with a remedy.
 */
export async function restoreBackup(from: string, dir: string, disk: Disk = realDisk): Promise<number> {
  if (!(await namesIn(from)).includes('keys.json')) throw noBackup(from);
  await checkFormat(from, disk);
  await makeFolder(disk, dir);
  const { release } = await takeLock(dir);
  try {
    const others = (await namesIn(dir)).filter((name) => !strangers.has(name));
    if (others.length > 0) throw notEmpty(dir, others);
    return await fillFrom(from, dir, disk);
  } finally {
    await release();
  }
}

/** The same into a folder that this process has and in which nothing else is in its way. */
export async function fillFrom(from: string, dir: string, disk: Disk): Promise<number> {
  const copy = new DocumentsCopy(from, dir, disk);
  for (const kind of Object.keys(records)) if (kind !== oneUse) await copy.all(kind, async () => {});
  const accounts = [...copy.documents].filter((place) => place.startsWith(join('account', '/')));
  await endSessions(
    accounts.map((place) => join(dir, place)),
    disk,
  );
  for (const name of ['format.json', 'keys.json']) await copy.file(name);
  return copy.documents.size;
}

const namesIn = (path: string): Promise<readonly string[]> => readdir(path).catch(() => []);

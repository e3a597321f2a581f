import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ListedBackup, momentIn } from '#store/backup-keeper.ts';
import { errorCode } from '../disk.ts';

/** A backup by its name alone: nothing of it was measured. */
export type NamedBackup = Omit<ListedBackup, 'bytes'>;

/** The backups of a folder by their names, the latest first. */
export async function backupsIn(folder: string): Promise<readonly NamedBackup[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .toSorted()
    .toReversed()
    .flatMap((name) => {
      const at = momentIn(name);
      return at === undefined ? [] : [{ name, at, isWhole: !name.endsWith('-incomplete') }];
    });
}

/** The same with what each takes up; `sizes`: what is known of those that were measured lately. */
export async function listBackups(folder: string, sizes: BackupSizes): Promise<readonly ListedBackup[]> {
  const all: ListedBackup[] = [];
  for (const one of await backupsIn(folder))
    all.push({ ...one, bytes: await sizes.of(join(folder, one.name)) });
  return all;
}

/** How long a size is taken as it was measured, in milliseconds. */
const lasting = 10 * 60_000;

/** Sizes of folders in bytes, measured no more than now and then: a backup of many people is many files. */
export class BackupSizes {
  readonly #known = new Map<string, { readonly bytes: number; readonly at: number }>();

  async of(path: string): Promise<number> {
    const known = this.#known.get(path);
    if (known !== undefined && performance.now() - known.at < lasting) return known.bytes;
    const bytes = await sizeOf(path);
    this.#known.set(path, { bytes, at: performance.now() });
    return bytes;
  }
}

async function sizeOf(path: string): Promise<number> {
  let bytes = 0;
  for (const file of await filesIn(path))
    bytes += (await lstat(join(path, file)).catch(() => undefined))?.size ?? 0;
  return bytes;
}

/** The files of a folder, however deep, by their places, in order. */
export async function filesIn(path: string): Promise<readonly string[]> {
  const all = await readdir(path, { recursive: true, withFileTypes: true });
  return all
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(path.length + 1))
    .toSorted();
}

import { constants, readFile } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The calls that change files, and those that read documents; a test may stand between them and the disk. */
export interface Disk {
  readonly open: (path: string, flags: string, mode?: number) => Promise<FileHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
  readonly read: (path: string) => Promise<string>;
  /** The names in a folder. */
  readonly list: (path: string) => Promise<string[]>;
}

/** Without waiting for a writer, should somebody have put a pipe in the place of a file. */
export const forReading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export const realDisk: Disk = {
  open,
  rename,
  unlink,
  read: async (path) => {
    await refuseNoFile(path);
    return readWhole(path);
  },
  list: (path) => readdir(path),
};

/** Costs a third less of a processor than the one of `node:fs/promises`, and a start may read every document. */
function readWhole(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    readFile(path, { encoding: 'utf8', flag: forReading }, (error, text) =>
      error === null ? resolve(text) : reject(error),
    );
  });
}

/** Files hold what people said: only the account of the server reads them. */
export const fileMode = 0o600;
const folderMode = 0o700;

/** The disk did not confirm a write. A second fsync may succeed with the pages lost, so nobody tries one. */
export class SyncFailed extends Error {
  override readonly name = 'SyncFailed';
}

/** Resolves once the file's bytes are on the disk, or throws SyncFailed. */
export async function confirm(file: FileHandle): Promise<void> {
  try {
    await file.datasync();
  } catch (cause) {
    throw new SyncFailed('The disk did not confirm a write.', { cause });
  }
}

/** Makes new, renamed and removed names in a folder durable, or throws SyncFailed. */
export async function confirmFolder(disk: Disk, path: string): Promise<void> {
  try {
    const folder = await disk.open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (cause) {
    // Some file systems (SMB shares, Windows) have no such call and need none.
    if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM'].includes(errorCode(cause)))
      throw new SyncFailed(`The disk did not confirm the folder ${path}.`, { cause });
  }
}

/**
 * Makes a folder and those above it; their names are durable. Not by Node's `recursive`, which tries for ever where the system
 * takes no folder and says that the one above is missing, as /proc does.
 */
export async function makeFolder(disk: Disk, path: string): Promise<void> {
  const place = resolve(path);
  if (await isFolder(place)) return;
  if (dirname(place) !== place) await makeFolder(disk, dirname(place));
  await mkdir(place, folderMode).catch(async (error: unknown) => {
    // Somebody else may have made it meanwhile.
    if (errorCode(error) !== 'EEXIST' || !(await isFolder(place))) throw error;
  });
  await confirmFolder(disk, dirname(place));
}

/**
 * Throws what the system says of a socket (ENXIO) for whatever stands in the place of a file and is none: a pipe would be waited
 * for, a device read without end. A link that leads nowhere is no absent file either. A folder is left to whoever reads it.
 */
export async function refuseNoFile(path: string): Promise<void> {
  const found = await stat(path).catch(async (error: unknown) => {
    if (errorCode(error) !== 'ENOENT' || !(await isLink(path))) throw error;
  });
  if (found?.isFile() || found?.isDirectory()) return;
  throw Object.assign(new Error(`No file stands at ${path}.`), { code: 'ENXIO', path });
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const isLink = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );

/** Removes a file that may be gone already; says whether it was there. */
export async function remove(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.unlink(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** The system's code of an error (`ENOSPC`), or an empty text. */
export function errorCode(error: unknown): string {
  const coded = typeof error === 'object' && error !== null && 'code' in error;
  return coded && typeof error.code === 'string' ? error.code : '';
}

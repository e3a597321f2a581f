import { constants, copyFile, statfs } from 'node:fs/promises';
import { confirm, type Disk, errorCode, refuseNoFile } from '../disk.ts';
import { nearlyFull } from '../refusal.ts';

/** Copies a file, durably; says whether it was there. Where the disk can, the copy shares its blocks until one of the two changes. */
export async function copyDurably(from: string, to: string, disk: Disk): Promise<boolean> {
  try {
    await refuseNoFile(from);
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
  const file = await disk.open(to, 'r');
  await confirm(file).finally(() => file.close());
  return true;
}

/** What stays free on a disk: so many bytes, or this part of it where it is small. */
const [leastFree, leastPart] = [100_000_000, 0.05];

/** Throws StoreUnavailable when a disk is so full that answers may soon find no room. */
export async function refuseNearlyFull(folder: string): Promise<void> {
  const { bavail, blocks, bsize } = await statfs(folder);
  if (bavail * bsize < Math.min(leastFree, blocks * bsize * leastPart)) throw nearlyFull();
}

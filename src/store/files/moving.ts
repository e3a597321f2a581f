import { join } from 'node:path';
import { halfMoved, MoveMark } from '../moving.ts';
import type { StoreUnavailable } from '../store.ts';
import { type Disk, errorCode, makeFolder, realDisk } from './disk.ts';
import { Document, removeDocument } from './documents/document.ts';
import { unopened } from './refusal.ts';

/** The file of a data folder that says that a move into it is not finished. */
export const moveFile = 'move.json';

/** Nothing where no move into the folder was begun, or where it ended. Throws StoreUnavailable where that cannot be told. */
export async function moveInto(dir: string, disk: Disk = realDisk): Promise<MoveMark | undefined> {
  try {
    const found = await new Document(join(dir, moveFile), disk).read();
    return found === null ? undefined : MoveMark.parse(found);
  } catch (error) {
    throw errorCode(error) === '' ? half(dir) : unopened(dir, error);
  }
}

/** Durable before anything else is written there. Throws StoreUnavailable. */
export async function beginMove(dir: string, mark: MoveMark): Promise<void> {
  try {
    await makeFolder(realDisk, dir);
    await new Document(join(dir, moveFile), realDisk).write(mark);
  } catch (error) {
    throw unopened(dir, error);
  }
}

export const endMove = (dir: string): Promise<void> => removeDocument(join(dir, moveFile), realDisk);

/** Throws StoreUnavailable while a part of everybody is there. */
export async function refuseHalfMoved(dir: string, disk: Disk): Promise<void> {
  if ((await moveInto(dir, disk)) !== undefined) throw half(dir);
}

const half = (dir: string): StoreUnavailable => halfMoved(dir, 'delete this folder');

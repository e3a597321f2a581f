import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Cursor } from '#store/store.ts';
import { confirmFolder, type Disk, refuseNoFile, remove } from '../disk.ts';
import { unreadableJournal } from '../refusal.ts';
import { type Piece, unframe } from './frame.ts';

/** One file of the journal: the changes after a cursor, up to the next segment's. */
export interface Segment {
  readonly path: string;
  readonly after: Cursor;
}

/** The folder of the journal. */
export function journalIn(dir: string): string {
  return join(dir, 'journal');
}

export function segmentAt(folder: string, after: Cursor): Segment {
  return { path: join(folder, `${String(after).padStart(15, '0')}.log`), after };
}

/** The segments that are left, oldest first. */
export async function segmentsIn(folder: string): Promise<Segment[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{15}\.log$/.test(name)).sort();
  return names.map((name) => segmentAt(folder, Number.parseInt(name, 10)));
}

/** The pieces of a segment, in order. Throws StoreUnavailable when it cannot be read. */
export async function piecesOf({ path }: Segment): Promise<Iterable<Piece>> {
  try {
    await refuseNoFile(path);
    return unframe(await readFile(path));
  } catch (error) {
    throw unreadableJournal(basename(path), error);
  }
}

/** Removes segments, the oldest first and each for good: a newer one must not be gone before an older. */
export async function dropSegments(folder: string, segments: readonly Segment[], disk: Disk): Promise<void> {
  for (const { path } of segments) if (await remove(disk, path)) await confirmFolder(disk, folder);
}

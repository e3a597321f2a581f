import { rm } from 'node:fs/promises';
import { records } from '#domain/records/records.ts';
import type { Listeners } from '#store/listeners.ts';
import type { Checkpoints } from '../checkpoints.ts';
import { type Disk, errorCode } from '../disk.ts';
import { stopping, unmade } from '../refusal.ts';
import type { Backups } from './backups.ts';
import { refuseNearlyFull } from './copy.ts';
import { DocumentsCopy } from './documents-copy.ts';

/** What a backup holds. */
export interface BackupMade {
  readonly path: string;
  readonly documents: number;
  /** Documents that could not be read, and are not in it. */
  readonly unread: number;
}

interface BackupParts {
  readonly dir: string;
  readonly disk: Disk;
  readonly backups: Backups;
  readonly checkpoints: Checkpoints;
  readonly listeners: Listeners;
}

/** What stands beside the documents and belongs to them. */
const beside = ['keys.json', 'format.json'];

/**
 * Makes a backup of documents alone while all goes on, and leaves the latest `kept`. Everything is copied once; then, while no
 * document changes, what changed meanwhile is copied again: it is the store at one moment, and holds all that was acknowledged
 * before it began. Throws StoreUnavailable, and leaves nothing, where the disk takes no more or `signal` ends it.
 */
export async function makeBackup(
  { dir, disk, backups, checkpoints, listeners }: BackupParts,
  kept: number,
  signal: AbortSignal,
): Promise<BackupMade> {
  const changed = new Map<string, readonly [kind: string, id: string]>();
  const deafen = listeners.add(({ kind, id }) => void changed.set(`${kind} ${id}`, [kind, id]));
  let draft: string | undefined;
  try {
    draft = await backups.begin(new Date());
    const copy = new DocumentsCopy(dir, draft, disk);
    const goOn = async () => {
      if (signal.aborted) throw stopping();
      await refuseNearlyFull(copy.to);
    };
    await checkpoints.now();
    for (const kind of Object.keys(records)) await copy.all(kind, goOn);
    const path = await checkpoints.still(async () => {
      for (const [kind, id] of changed.values()) await copy.again(kind, id);
      for (const name of beside) await copy.file(name);
      return backups.publish(copy.to, copy.unread.size === 0);
    });
    await backups.rotate(kept);
    return { path, documents: copy.documents.size, unread: copy.unread.size };
  } catch (error) {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
    throw errorCode(error) === '' ? error : unmade(error);
  } finally {
    deafen();
  }
}

import type { RecordKind } from '#domain/records/records.ts';
import { type CheckpointPace, Checkpoints } from './checkpoints.ts';
import { ParticipantDigests } from './digests/participant-digests.ts';
import { type Disk, errorCode, makeFolder, realDisk, SyncFailed } from './disk.ts';
import { Quarantine } from './documents/quarantine.ts';
import { type Shelves, shelvesIn } from './documents/shelves.ts';
import { FilesStore } from './files-store.ts';
import { Journal } from './journal/journal.ts';
import { journalIn, segmentsIn } from './journal/segments.ts';
import { Listeners } from './listeners.ts';
import { takeLock } from './lock.ts';
import type { OnProblem, StoreProblem } from './problem.ts';
import { unopened } from './refusal.ts';
import { replay } from './replay.ts';
import { type OnRenamed, renameFolders } from './upgrade/rename-folders.ts';

export type { FilesStore } from './files-store.ts';
export { StoreLocked } from './lock.ts';
export type { StoreProblem } from './problem.ts';

export interface StoreOptions {
  /** Told of damage and of checkpoints that fail; without it they are warnings of the process. */
  readonly onProblem?: OnProblem;
  /** Told of each folder of a program before that is called by its new name. */
  readonly onRenamed?: OnRenamed;
  /** When a checkpoint begins by itself: at so many records changed, or bytes of journal. */
  readonly pace?: CheckpointPace;
  /** Records of each kind that stay in memory beyond those just changed. */
  readonly remembered?: number;
  /** What stands between the store and the disk. */
  readonly disk?: Disk;
}

/**
 * Opens the embedded store of a folder, for this process alone, and replays what the last one left in the journal.
 * Throws StoreLocked when another process has it, StoreUnavailable when the disk takes nothing; both carry a remedy.
 */
export async function openStore(dir: string, options: StoreOptions = {}): Promise<FilesStore> {
  const { disk = realDisk } = options;
  try {
    await makeFolder(disk, journalIn(dir));
    const { release } = await takeLock(dir);
    return await assemble(dir, disk, options, release).catch(async (error: unknown) => {
      await release();
      throw error;
    });
  } catch (error) {
    throw error instanceof SyncFailed || errorCode(error) !== '' ? unopened(dir, error) : error;
  }
}

async function assemble(
  dir: string,
  disk: Disk,
  options: StoreOptions,
  release: () => Promise<void>,
): Promise<FilesStore> {
  const { onProblem = warn, onRenamed = () => {}, remembered = 2_000 } = options;
  const { pace = { records: 500, bytes: 16_000_000 } } = options;
  const quarantine = new Quarantine(dir, disk, onProblem);
  const setAside = (kind: RecordKind, path: string) =>
    quarantine.takeDocument(kind, path, 'the record has another one');
  await renameFolders(dir, { disk, setAside, onRenamed });
  const listeners = new Listeners(onProblem);
  const shelves = shelvesIn(dir, { disk, quarantine, remembered, tell: listeners.tell });
  const segments = await segmentsIn(journalIn(dir));
  const replayed = await replay(segments, shelves, quarantine);
  // A journal always names the last cursor; someone took it away, and the documents must tell.
  const cursor = segments.length > 0 ? replayed : await lastOf(shelves);
  const journal = await Journal.open(journalIn(dir), cursor, segments, disk);
  const checkpoints = new Checkpoints(shelves, journal, pace, onProblem);
  if (Object.values(shelves).some(({ behind }) => behind > 0)) checkpoints.now().catch(() => {});
  const isSure = segments.length > 0;
  const digests = new ParticipantDigests({ dir, disk, shelf: shelves.participant, isSure });
  return new FilesStore({ shelves, journal, checkpoints, digests, quarantine, cursor, listeners, release });
}

async function lastOf(shelves: Shelves): Promise<number> {
  const cursors = await Promise.all(Object.values(shelves).map((shelf) => shelf.last()));
  return Math.max(0, ...cursors);
}

/** What is done with a problem when nobody asked for them: Node prints it as a warning. */
function warn({ message, remedy }: StoreProblem): void {
  process.emitWarning(`${message} ${remedy}`, 'StoreWarning');
}

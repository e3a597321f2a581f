import { join } from 'node:path';
import { type RecordKind, records } from '#domain/records/records.ts';
import { Listeners } from '../listeners.ts';
import { type OnOutage, Outage } from '../outage.ts';
import type { OnProblem, StoreProblem } from '../problem.ts';
import { Backups } from './backups/backups.ts';
import { makeBackup } from './backups/make-backup.ts';
import { OwedErasures } from './backups/owed-erasures.ts';
import { refuseHalfRestored } from './backups/planned-restore.ts';
import { type CheckpointPace, Checkpoints } from './checkpoints.ts';
import { ParticipantDigests } from './digests/participant-digests.ts';
import { type Disk, errorCode, makeFolder, realDisk, SyncFailed } from './disk.ts';
import { Quarantine } from './documents/quarantine.ts';
import { type Shelves, shelvesIn } from './documents/shelves.ts';
import { Unreadable } from './documents/unreadable.ts';
import { FilesStore } from './files-store.ts';
import { Journal } from './journal/journal.ts';
import { journalIn, segmentsIn } from './journal/segments.ts';
import { takeLock } from './lock.ts';
import { refuseHalfMoved } from './moving.ts';
import { ofLaterRelease, unopened, unreadableKind } from './refusal.ts';
import { replay } from './replay.ts';
import { checkFormat, keepFormat } from './upgrade/format.ts';
import { type OnRenamed, renameFolders } from './upgrade/rename-folders.ts';

export type { StoreProblem } from '../problem.ts';
export type { FilesStore } from './files-store.ts';
export { StoreLocked } from './lock.ts';

export interface StoreOptions {
  /** Told of damage and of checkpoints that fail; without it they are warnings of the process. */
  readonly onProblem?: OnProblem;
  /** Told when saving begins to fail, now and then while it does, and when it is over. */
  readonly onOutage?: OnOutage;
  /** Told of each folder of a program before that is called by its new name. */
  readonly onRenamed?: OnRenamed;
  /** Where the program's backups stand; in the folder itself unless told. What is erased is erased there too. */
  readonly backups?: string;
  /** When a checkpoint begins by itself: at so many records changed, or bytes of journal. */
  readonly pace?: CheckpointPace;
  /** How long after a start what is derived of people is first written, in milliseconds. */
  readonly digestsAfter?: number;
  /** Records of each kind that stay in memory beyond those just changed. */
  readonly remembered?: number;
  /** A move fills it: what is there may be a part. */
  readonly isFilled?: true;
  /** What stands between the store and the disk. */
  readonly disk?: Disk;
}

/**
 * Opens the embedded store of a folder, for this process alone, and replays what the last one left in the journal.
 * Throws StoreLocked when another process has it, StoreUnavailable when the disk takes nothing, a folder or the journal cannot be
 * read, or a later release wrote there; all carry a remedy.
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
  const { onProblem = warn, onOutage = () => {}, onRenamed = () => {}, remembered = 2_000 } = options;
  const { pace = { records: 500, bytes: 16_000_000 } } = options;
  const quarantine = new Quarantine(dir, disk, onProblem);
  const setAside = (kind: RecordKind, path: string) =>
    quarantine.takeDocument(kind, path, 'the record has another one');
  const unreadable = new Unreadable(dir, quarantine, onProblem);
  await refuseHalfRestored(dir, disk);
  if (!options.isFilled) await refuseHalfMoved(dir, disk);
  await checkFormat(dir, disk);
  await renameFolders(dir, { disk, setAside, onRenamed });
  await checkKinds(dir, disk);
  const listeners = new Listeners(onProblem);
  const owed = new OwedErasures(dir, disk);
  await owed.read();
  const backups = new Backups(options.backups ?? join(dir, 'backups'), disk, owed, onProblem);
  await backups.check();
  // Where that fails, a backup that is begun says so.
  await backups.clear().catch(() => {});
  const copies = { disk, quarantine, unreadable, backups };
  const shelves = shelvesIn(dir, { ...copies, remembered, tell: listeners.tell });
  const segments = await segmentsIn(journalIn(dir));
  const replayed = await replay(segments, shelves, quarantine);
  await refuseLater(shelves, unreadable);
  // A journal always names the last cursor; someone took it away, and the documents must tell.
  const cursor = segments.length > 0 ? replayed : await lastOf(shelves);
  const journal = await Journal.open(journalIn(dir), cursor, segments, disk);
  await keepFormat(dir, disk);
  const checkpoints = new Checkpoints(shelves, journal, pace, onProblem, () => backups.settle());
  if (Object.values(shelves).some(({ behind }) => behind > 0)) checkpoints.now().catch(() => {});
  const outage = new Outage(onOutage);
  const isSure = segments.length > 0;
  const { digestsAfter: first } = options;
  const digests = new ParticipantDigests({
    ...{ dir, disk, shelf: shelves.participant, isSure },
    ...(first !== undefined && { first }),
  });
  const work = {
    shelves,
    journal,
    checkpoints,
    digests,
    quarantine,
    backups,
    cursor,
    listeners,
    outage,
    release,
  };
  const backup = (kept: number, signal: AbortSignal) =>
    makeBackup({ dir, disk, backups, checkpoints, listeners }, kept, signal);
  return new FilesStore({ ...work, backup });
}

/** Everybody of a kind would be hidden by a folder that cannot be read. */
async function checkKinds(dir: string, disk: Disk): Promise<void> {
  for (const kind of Object.keys(records))
    await disk.list(join(dir, kind)).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw unreadableKind(kind, error);
    });
}

/** What everybody depends on: a start that passed one of them over would hide a consultation, or change who may do what. */
const everybodys = ['consultation', 'account', 'facilitator', 'api-key'] as const;

/** Reads these, which are few. Of people a start reads none who is as they were: theirs is met, and left alone, when it is asked for. */
async function refuseLater(shelves: Shelves, unreadable: Unreadable): Promise<void> {
  for (const kind of everybodys) for await (const _ of shelves[kind].changes(0));
  if (unreadable.later !== undefined) throw ofLaterRelease(unreadable.later);
}

async function lastOf(shelves: Shelves): Promise<number> {
  const cursors = await Promise.all(Object.values(shelves).map((shelf) => shelf.last()));
  return Math.max(0, ...cursors);
}

/** What is done with a problem when nobody asked for them: Node prints it as a warning. */
function warn({ message, remedy }: StoreProblem): void {
  process.emitWarning(`${message} ${remedy}`, 'StoreWarning');
}

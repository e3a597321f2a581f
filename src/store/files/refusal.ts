import { relative } from 'node:path';
import { StoreUnavailable } from '../store.ts';
import { errorCode } from './disk.ts';

/** The journal could not take a write; it was taken back whole, and the next one may pass. */
export function noRoom(path: string, cause: unknown): StoreUnavailable {
  const code = errorCode(cause);
  const limited = code === 'EFBIG';
  return new StoreUnavailable(
    `Nothing was saved: writing to ${path} failed (${code || 'the disk took a part only'}).`,
    limited
      ? 'Raise the limit on the size of files (ulimit -f). The server then saves again by itself.'
      : 'Free some space on this disk and check that it is writable. The server then saves again by itself.',
    { cause },
  );
}

/** The disk failed to confirm: what it holds is unknown until it is read again. */
export function untilRestart(path: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `The disk did not confirm a write to ${path}: nothing more is saved until a restart.`,
    'Check the disk (dmesg, smartctl), then restart the server. All that was confirmed before is kept.',
    { cause },
  );
}

/** A checkpoint failed. What was saved before stands in the journal. */
export function unwritten(cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `The documents could not be brought up to date (${reason(cause)}); the journal still holds every change.`,
    'Check the free space and the access rights of the data folder. The server tries again by itself.',
    { cause },
  );
}

/** What is derived of people stands in the way of an erasure. */
export function unremoved(path: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `Nobody was erased: ${path}, which is derived of everybody, cannot be removed (${reason(cause)}).`,
    'Check the disk and the access rights of the data folder, then ask for it again.',
    { cause },
  );
}

/** What a record has lost still stands in a backup. */
export function unforgotten(cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `Something that was to be forgotten still stands in a backup (${reason(cause)}).`,
    'Check the free space and the access rights of the folder of the backups, or delete the oldest of them; then ask for it again.',
    { cause },
  );
}

/** Too much waits in the journal because documents cannot be written. */
export function overfull(cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `Nothing was saved: the journal is full, and the documents cannot be written (${reason(cause)}).`,
    'Check the free space and the access rights of the data folder. The server then saves again by itself.',
    { cause },
  );
}

/** A backup would take the room that answers need. */
export function nearlyFull(): StoreUnavailable {
  return new StoreUnavailable(
    'No backup was made: its disk is nearly full.',
    'Free some space there, keep fewer backups (BACKUPS_KEPT), or give them another disk (BACKUP_DIR).',
  );
}

/** The disk of the backups took no more. */
export function unmade(cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `No backup was made (${reason(cause)}).`,
    'Check the free space of its disk (BACKUP_DIR), and that it belongs to the account of the server.',
    { cause },
  );
}

/** What is erased could not be erased in the backups. */
export function unreachable(folder: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `The folder of the backups, ${folder}, cannot be used (${reason(cause)}): nobody could be erased there.`,
    'Give it and all that it holds back to the account of the server, or name another one (BACKUP_DIR).',
    { cause },
  );
}

/** Somebody who is erased in the store may still stand in a backup. */
export function unerased(folder: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `What is erased may still stand in the backups: their folder, ${shortened(folder)}, takes no change (${reason(cause)}). All else goes on.`,
    'Give the folder back to the account of the server, and its disk the right to be written; or delete the backups. It is tried again by itself.',
    { cause },
  );
}

/** Nobody can tell who is still to be erased in the backups. */
export function unreadableOwed(cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `owed-erasures.json of the data folder cannot be read (${errorCode(cause) || 'damaged'}): it names whom the backups still hold though they were erased.`,
    'Give it back to the account of the server; or delete the backups, which hold them, and then this file.',
    { cause },
  );
}

/** The program ends while it makes a backup. */
export function stopping(): StoreUnavailable {
  return new StoreUnavailable(
    'No backup was made: the server is stopping.',
    'Ask again once it has started.',
  );
}

/** The folder cannot be taken into use. */
export function unopened(dir: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `The data folder ${shortened(dir)} cannot be used (${reason(cause)}${shortened(placeOf(cause, dir))}).`,
    'Check the free space of its disk, that a folder stands there, and that all of it belongs to the account of the server.',
    { cause },
  );
}

export function closed(): StoreUnavailable {
  return new StoreUnavailable('Nothing was saved: the store is closed.', 'Start the server again.');
}

/** A folder that holds a kind of record cannot be looked through: going on would hide everybody in it. */
export function unreadableKind(kind: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `The folder ${kind} of the data folder cannot be read (${reason(cause)}).`,
    'Give it and all that it holds back to the account of the server, or put it back from a backup.',
    { cause },
  );
}

/** A part of the journal cannot be read: going on without it would lose what was acknowledged. */
export function unreadableJournal(name: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `The part ${name} of the journal cannot be read (${reason(cause)}); it may hold answers that stand nowhere else.`,
    'Give it back to the account of the server, look at the disk, or put the data folder back from a backup. To go on without it, move it elsewhere: what it holds is then missing.',
    { cause },
  );
}

/** A later release wrote in this folder. `what` says where that shows. */
export function ofLaterRelease(what: string): StoreUnavailable {
  return new StoreUnavailable(
    `The data folder was written by a later release: ${what}. Nothing in it was touched.`,
    'Start the release that wrote it, or put back the backup that was made before it was first started.',
  );
}

/** Nobody can tell which release wrote in this folder. */
export function unreadableFormat(cause: unknown): StoreUnavailable {
  const why = errorCode(cause) || 'damaged';
  return new StoreUnavailable(
    `format.json of the data folder cannot be read (${why}).`,
    'Put it back from a backup. When no later release ever ran on this folder, it may be removed: it is written again.',
    { cause },
  );
}

/** Where the system failed, as it is called within the data folder. */
function placeOf(cause: unknown, dir: string): string {
  const path = cause instanceof Error && 'path' in cause ? cause.path : undefined;
  const place = typeof path === 'string' ? relative(dir, path) : '';
  return place === '' || place.startsWith('..') ? '' : ` at ${place}`;
}

/** A path may be longer than any screen. */
const shortened = (path: string): string => (path.length > 200 ? `${path.slice(0, 200)}…` : path);

export function reason(cause: unknown): string {
  return errorCode(cause) || (cause instanceof Error ? cause.message : 'unknown');
}

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

/** Too much waits in the journal because documents cannot be written. */
export function overfull(cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `Nothing was saved: the journal is full, and the documents cannot be written (${reason(cause)}).`,
    'Check the free space and the access rights of the data folder. The server then saves again by itself.',
    { cause },
  );
}

/** The folder cannot be taken into use. */
export function unopened(dir: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `The data folder ${dir} cannot be used (${reason(cause)}).`,
    'Check the free space of its disk, and that it belongs to the account of the server.',
    { cause },
  );
}

export function closed(): StoreUnavailable {
  return new StoreUnavailable('Nothing was saved: the store is closed.', 'Start the server again.');
}

/** A document is there and the system does not give it. */
export function unreadable(path: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `Reading ${path} failed (${reason(cause)}).`,
    'Check the disk, and that the files of the data folder belong to the account of the server.',
    { cause },
  );
}

function reason(cause: unknown): string {
  return errorCode(cause) || (cause instanceof Error ? cause.message : 'unknown');
}

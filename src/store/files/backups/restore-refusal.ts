import { StoreUnavailable } from '#store/store.ts';
import { reason } from '../refusal.ts';

/** What is to be restored is no backup. */
export function noBackup(path: string): StoreUnavailable {
  return new StoreUnavailable(
    `${path} is no backup: there is no keys.json in it.`,
    'Name a folder that npm run backup made.',
  );
}

/** A backup is put back where nothing is: it must not hide or mix with what is there. */
export function notEmpty(dir: string, names: readonly string[]): StoreUnavailable {
  return new StoreUnavailable(
    `The data folder ${dir} is not empty (${names.slice(0, 3).join(', ')}).`,
    'Move the folder elsewhere, backups included, and ask again. Delete it once all is well: what people erase is not erased there.',
  );
}

/** Nobody knows how far a restore was. */
export function unreadablePlan(path: string, cause: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `${path}, which says how far a restore is, cannot be read (${reason(cause)}).`,
    'Check the disk and the access rights of the data folder. Move the file away only where there is no folder named "replaced" beside it.',
    { cause },
  );
}

/** A restore was cut short. */
export function halfRestored(dir: string, cause?: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `A backup was being put in the place of what is kept in ${dir}, and that was cut short.`,
    'Start the program: it brings back what was, or finishes.',
    { cause },
  );
}

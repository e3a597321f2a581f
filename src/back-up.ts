import type { Logger } from 'pino';
import type { CarriedOut } from '#store/files/backups/carry-out-restore.ts';
import type { openStore } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import type { Config } from './config.ts';

/** A backup that was asked for, told in the log as well. */
export async function backUp(
  store: Awaited<ReturnType<typeof openStore>>,
  { backupsKept }: Config,
  log: Logger,
) {
  try {
    const made = await store.backup(backupsKept);
    log[made.unread === 0 ? 'info' : 'error'](made, 'a backup was made');
    return made;
  } catch (error) {
    const told =
      error instanceof StoreUnavailable
        ? { message: error.message, remedy: error.remedy }
        : { failure: error };
    log.error(told, 'no backup was made');
    throw error;
  }
}

/** What came of a restore that was planned, in the log as well. */
export function logRestore(restored: CarriedOut, log: Logger): void {
  if (restored.outcome === 'none') return;
  const { backup } = restored.planned;
  if (restored.outcome === 'done')
    log.warn({ backup, before: restored.before, remedy: undo }, 'a backup was put in place');
  else
    log.error(
      { backup, why: restored.why, failure: restored.failure },
      'no backup was put in place: all is as before',
    );
}

const undo = 'To undo it, put back the backup named in `before`, in the same way.';

import { unwatchFile, watchFile } from 'node:fs';
import { StoreUnavailable } from '#store/store.ts';
import type { BackupMade } from './make-backup.ts';
import { type BackupRequest, readRequest, requestIn, writeRequest } from './request.ts';

/** How often it is looked whether somebody asks, in milliseconds: a look at a file's time, on any file system. */
const often = 1_000;

/** Makes a backup whenever `npm run backup` asks the running program for one. Returns the way to stop, which ends with the last answer. */
export function answerRequests(dir: string, make: () => Promise<BackupMade>): () => Promise<void> {
  let answering: Promise<void> | undefined;
  const look = () => {
    // What was asked meanwhile is seen again: the answer changes the file.
    answering ??= answer(dir, make)
      .catch(() => {})
      .finally(() => {
        answering = undefined;
      });
  };
  watchFile(requestIn(dir), { interval: often, persistent: false }, look);
  look();
  return async () => {
    unwatchFile(requestIn(dir), look);
    await answering;
  };
}

async function answer(dir: string, make: () => Promise<BackupMade>): Promise<void> {
  const request = await readRequest(dir);
  if (request?.state !== 'waiting') return;
  const { asked } = request;
  await writeRequest(dir, { asked, state: 'begun' });
  const done: BackupRequest = await make().then(
    (made) => ({ asked, state: 'made', ...made }),
    (error: unknown) => ({ asked, state: 'refused', ...reasonOf(error) }),
  );
  await writeRequest(dir, done);
}

function reasonOf(error: unknown): { readonly message: string; readonly remedy: string } {
  if (error instanceof StoreUnavailable) return { message: error.message, remedy: error.remedy };
  return { message: 'No backup was made.', remedy: 'Report this as a fault of the program.' };
}

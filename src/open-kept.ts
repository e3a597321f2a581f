import { join } from 'node:path';
import type { Logger } from 'pino';
import { type CarriedOut, carryOutRestore } from '#store/files/backups/carry-out-restore.ts';
import { type FilesStore, openStore, StoreLocked } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { logRestore } from './back-up.ts';
import type { Config } from './config.ts';
import type { StartProblem } from './content.ts';
import { type ProgramKeys, readKeys } from './keys.ts';

/** What an installation keeps, open. */
export interface Kept {
  readonly store: FilesStore;
  readonly keys: ProgramKeys;
  /** Where backups stand. */
  readonly backups: string;
  /** What came of a restore that was planned. */
  readonly restored: CarriedOut;
}

/** Opens what is kept; a backup that is to take its place does so first. What keeps it closed is told with its remedy. */
export async function openKept(
  config: Config,
  log: Logger,
): Promise<Kept | { readonly problems: readonly StartProblem[] }> {
  const backups = config.backupDir ?? join(config.dataDir, 'backups');
  const restored = await carryOutRestore({ dir: config.dataDir, folder: backups }).catch(asProblem);
  if ('remedy' in restored) return { problems: [restored] };
  logRestore(restored, log);
  const store = await openStore(config.dataDir, {
    backups,
    onProblem: (problem) => log.error(problem, 'the store reports damage'),
    onOutage: ({ phase, ...news }) =>
      phase === 'over'
        ? log.warn(news, 'the store saves again')
        : log.error(news, phase === 'begins' ? 'the store saves nothing' : 'the store still saves nothing'),
    onRenamed: (renamed) => log.info(renamed, 'a folder of the store has its new name'),
  }).catch(asProblem);
  if ('remedy' in store) return { problems: [store] };
  const opened = await readKeys(
    config.dataDir,
    config,
    async () => config.newKeys || (await store.isEmpty()),
  );
  if ('keys' in opened) return { store, keys: opened.keys, backups, restored };
  await store.close();
  return { problems: [opened.problem] };
}

/** What the operator can mend; anything else is a mistake of ours and goes on its way. */
function asProblem(error: unknown): StartProblem {
  if (error instanceof StoreLocked || error instanceof StoreUnavailable) {
    return { message: error.message, remedy: error.remedy };
  }
  throw error;
}

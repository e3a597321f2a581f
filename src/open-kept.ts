import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { type CarriedOut, carryOutRestore } from '#store/files/backups/carry-out-restore.ts';
import { keysInFolder } from '#store/files/key-file.ts';
import { type FilesStore, openStore, StoreLocked } from '#store/files/open.ts';
import type { OutageNews } from '#store/outage.ts';
import { keysInDatabase } from '#store/postgres/keys-in-database.ts';
import {
  type Database,
  openPostgres,
  type PostgresOptions,
  type PostgresStore,
} from '#store/postgres/open-postgres.ts';
import type { StoreProblem } from '#store/problem.ts';
import { StoreUnavailable } from '#store/store.ts';
import { logRestore } from './back-up.ts';
import type { Config } from './config.ts';
import type { StartProblem } from './content.ts';
import { type ProgramKeys, readKeys } from './keys.ts';

/** What an installation keeps, open. */
export interface Kept {
  readonly store: FilesStore | PostgresStore;
  readonly keys: ProgramKeys;
  /** What files alone have; absent where a database keeps everything. */
  readonly files?: KeptFiles;
  /** Shared by all nodes; absent where files keep everything, and there is one node. */
  readonly database?: Database;
}

interface KeptFiles {
  readonly store: FilesStore;
  /** Where backups stand. */
  readonly backups: string;
  /** What came of a restore that was planned. */
  readonly restored: CarriedOut;
}

type Opened = Kept | { readonly problems: readonly StartProblem[] };

/** Opens what is kept. What keeps it closed is told with its remedy. */
export const openKept = (
  config: Config,
  log: Logger,
  catalogues: Pick<Catalogues, 'has'>,
): Promise<Opened> =>
  config.database === undefined
    ? openFiles(config, log)
    : openDatabase(config, config.database, { log, catalogues });

/** A backup that is to take the place of what is kept does so first. */
async function openFiles(config: Config, log: Logger): Promise<Opened> {
  const backups = config.backupDir ?? join(config.dataDir, 'backups');
  const restored = await carryOutRestore({ dir: config.dataDir, folder: backups }).catch(asProblem);
  if ('remedy' in restored) return { problems: [restored] };
  logRestore(restored, log);
  const store = await openStore(config.dataDir, {
    backups,
    ...toldIn(log),
    onRenamed: (renamed) => log.info(renamed, 'a folder of the store has its new name'),
  }).catch(asProblem);
  if ('remedy' in store) return { problems: [store] };
  const opened = await readKeys(keysInFolder(config.dataDir), config, mayMake(config, store));
  if ('keys' in opened) return { store, keys: opened.keys, files: { store, backups, restored } };
  await store.close();
  return { problems: [opened.problem] };
}

async function openDatabase(
  config: Config,
  { url, pool }: NonNullable<Config['database']>,
  { log, catalogues }: { readonly log: Logger; readonly catalogues: Pick<Catalogues, 'has'> },
): Promise<Opened> {
  // An edition that was written for a consultation, on another node.
  const namesUnknown: PostgresOptions['namesUnknown'] = (record) =>
    'catalogue' in record && 'domains' in record && !catalogues.has(record.catalogue);
  const open = await openPostgres(url, { pool, namesUnknown, ...toldIn(log) }).catch(asProblem);
  if ('remedy' in open) return { problems: [open] };
  const { store, database } = open;
  const opened = await readKeys(keysInDatabase(database), config, mayMake(config, store));
  if ('keys' in opened) return { store, keys: opened.keys, database };
  await store.close();
  return { problems: [opened.problem] };
}

/** Keys are made where nothing was ever kept, or where the operator says so. */
const mayMake = (config: Config, store: Kept['store']) => async () =>
  config.newKeys || (await store.isEmpty());

const toldIn = (log: Logger) => ({
  onProblem: (problem: StoreProblem) => log.error(problem, 'the store reports damage'),
  onOutage: ({ phase, ...news }: OutageNews) =>
    phase === 'over'
      ? log.warn(news, 'the store saves again')
      : log.error(news, phase === 'begins' ? 'the store saves nothing' : 'the store still saves nothing'),
});

/** What the operator can mend; anything else is a mistake of ours and goes on its way. */
function asProblem(error: unknown): StartProblem {
  if (error instanceof StoreLocked || error instanceof StoreUnavailable) {
    return { message: error.message, remedy: error.remedy };
  }
  throw error;
}

import { resolve } from 'node:path';
import { readConfig } from '#src/config.ts';
import { restoreBackup } from '#store/files/backups/restore-backup.ts';
import { StoreLocked } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { byDatabase, printRefusal, refuseOtherAccount } from './backup/refusal.ts';

/**
 * `npm run restore -- <backup>`: puts a backup back into a data folder in which nothing is, while the program is stopped. The same
 * settings as for the program. Exit: 0, or 1.
 */
async function restore(from: string | undefined): Promise<number> {
  if (from === undefined) return printRefusal(use);
  const read = readConfig(process.env);
  if ('problems' in read) return printRefusal(...read.problems);
  const { dataDir, database } = read.config;
  if (database !== undefined) return printRefusal(byDatabase);
  const refused = await refuseOtherAccount(dataDir);
  if (refused !== undefined) return printRefusal(refused);
  try {
    const documents = await restoreBackup(resolve(from), dataDir);
    console.log(`${dataDir}\n${documents} documents`);
    return 0;
  } catch (error) {
    if (error instanceof StoreUnavailable || error instanceof StoreLocked) return printRefusal(error);
    throw error;
  }
}

const use = {
  message: 'npm run restore -- <backup>',
  remedy: 'Name the folder of a backup: they stand in BACKUP_DIR, or in backups in the data folder.',
};

process.exitCode = await restore(process.argv[2]);

import { join } from 'node:path';
import type { BackupKeeper } from '#store/backup-keeper.ts';
import { archiveBackup } from './archive-backup.ts';
import { checkBackup } from './check-backup.ts';
import { BackupSizes, backupsIn, listBackups, type NamedBackup } from './list-backups.ts';
import { readPlan, removePlan, writePlan } from './planned-restore.ts';

/** The backups of a data folder; `folder`: where they stand; `make` makes one. */
export function createBackupKeeper(dir: string, folder: string, make: BackupKeeper['make']): BackupKeeper {
  const sizes = new BackupSizes();
  /** By its name among those that are there: no name leads elsewhere. */
  const find = async (name: string): Promise<NamedBackup | undefined> =>
    (await backupsIn(folder)).find((one) => one.name === name);
  return {
    list: () => listBackups(folder, sizes),
    make,
    async check(name) {
      const found = await find(name);
      return found && checkBackup(join(folder, found.name), found);
    },
    async archive(name) {
      const found = await find(name);
      return found && archiveBackup(join(folder, found.name));
    },
    async planned() {
      const found = await readPlan(dir);
      if (found === undefined) return undefined;
      const { stage: _, ...planned } = found;
      return planned;
    },
    plan: (restore) => writePlan(dir, { ...restore, stage: 'planned' }),
    unplan: () => removePlan(dir),
  };
}

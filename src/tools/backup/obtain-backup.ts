import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '#src/config.ts';
import type { BackupMade } from '#store/files/backups/make-backup.ts';
import { readRequest, writeRequest } from '#store/files/backups/request.ts';
import { isHeld } from '#store/files/lock.ts';
import { openStore, StoreLocked } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import type { ToolRefusal } from './refusal.ts';

type Where = Pick<Config, 'dataDir' | 'backupDir' | 'backupsKept'>;

/** How long the program may take to begin, and how often it is looked, in milliseconds. */
const [patience, often] = [15_000, 200];

/** A backup of a data folder: made by the program that has it, or here where none runs. */
export async function obtainBackup(where: Where): Promise<BackupMade | ToolRefusal> {
  if (!existsSync(where.dataDir)) return nothing(where.dataDir);
  try {
    return await makeHere(where);
  } catch (error) {
    if (error instanceof StoreLocked) return ask(where.dataDir);
    if (error instanceof StoreUnavailable) return { message: error.message, remedy: error.remedy };
    throw error;
  }
}

async function makeHere({ dataDir, backupDir, backupsKept }: Where): Promise<BackupMade> {
  const store = await openStore(dataDir, { ...(backupDir !== undefined && { backups: backupDir }) });
  try {
    return await store.backup(backupsKept);
  } finally {
    await store.close();
  }
}

async function ask(dataDir: string): Promise<BackupMade | ToolRefusal> {
  const asked = randomUUID();
  await writeRequest(dataDir, { asked, state: 'waiting' });
  const latest = performance.now() + patience;
  for (;;) {
    const request = await readRequest(dataDir);
    if (request !== undefined && request.asked !== asked) return others;
    if (request?.state === 'made' || request?.state === 'refused') return request;
    if (request?.state === 'waiting' && performance.now() > latest) return silent;
    if (!(await isHeld(dataDir))) return ended;
    await pause(often);
  }
}

const nothing = (dataDir: string): ToolRefusal => ({
  message: `There is no data folder at ${dataDir}.`,
  remedy: 'Set DATA_DIR as for the program.',
});
const others: ToolRefusal = {
  message: 'Somebody else asked for a backup at the same time.',
  remedy: 'Look whether theirs was made, or ask again.',
};
const silent: ToolRefusal = {
  message: 'The process that has the data folder makes no backup.',
  remedy: 'Wait until it has started or until another backup is made, then ask again.',
};
const ended: ToolRefusal = {
  message: 'The program ended before its backup was made.',
  remedy: 'Ask again, whether it runs or not.',
};

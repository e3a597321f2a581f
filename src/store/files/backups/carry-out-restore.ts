import { readdir, rm } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { isRestorable, type PlannedRestore } from '#store/backup-keeper.ts';
import { StoreUnavailable } from '#store/store.ts';
import { confirmFolder, type Disk, errorCode, makeFolder, realDisk } from '../disk.ts';
import { takeLock } from '../lock.ts';
import { openStore } from '../open.ts';
import { checkBackup } from './check-backup.ts';
import { backupsIn } from './list-backups.ts';
import {
  asideFolder,
  planFile,
  readPlan,
  removePlan,
  type StagedRestore,
  writePlan,
} from './planned-restore.ts';
import { fillFrom } from './restore-backup.ts';
import { halfRestored } from './restore-refusal.ts';

/** What came of a restore that was planned. */
export type CarriedOut =
  | { readonly outcome: 'none' }
  /** `before`: the backup of what was kept until then; nothing where the last start made it and was cut short. */
  | { readonly outcome: 'done'; readonly planned: PlannedRestore; readonly before?: string }
  /** What was kept is in its place as before. */
  | {
      readonly outcome: 'refused';
      readonly planned: PlannedRestore;
      readonly why: WhyNot;
      readonly failure?: unknown;
    };

type WhyNot = 'gone' | 'damaged' | 'owed' | 'unsaved' | 'interrupted' | 'failed';

interface Where {
  readonly dir: string;
  /** Where backups stand. */
  readonly folder: string;
  readonly disk?: Disk;
}

/**
 * Puts a planned backup in the place of what is kept, before the store is opened. First what is kept is backed up itself, then it is
 * moved aside, and it goes only once the backup is in. Cut short at any point, the next call brings back what was, or finishes.
 * Throws StoreUnavailable or StoreLocked where the folder is out of reach.
 */
export async function carryOutRestore({ dir, folder, disk = realDisk }: Where): Promise<CarriedOut> {
  const plan = await readPlan(dir, disk);
  if (plan === undefined) return { outcome: 'none' };
  const { stage, ...planned } = plan;
  const give = async (why: WhyNot, failure?: unknown): Promise<CarriedOut> => {
    await removePlan(dir, disk);
    return { outcome: 'refused', planned, why, ...(failure !== undefined && { failure }) };
  };
  if (stage === 'planned') {
    const ready = await prepared(dir, folder, planned);
    if ('why' in ready) return give(ready.why);
    const failure = await inPlace(plan, { dir, folder, disk });
    return failure === undefined
      ? { outcome: 'done', planned, before: ready.before }
      : give('failed', failure);
  }
  const { release } = await takeLock(dir);
  try {
    if (stage === 'filled') await finish(dir, disk);
    else await bringBack(plan, { dir, folder, disk });
  } finally {
    await release();
  }
  return stage === 'filled' ? { outcome: 'done', planned } : give('interrupted');
}

/** Whether the backup may come in, and the name of the one that what is kept was saved in; nothing is touched. */
async function prepared(
  dir: string,
  folder: string,
  { backup }: PlannedRestore,
): Promise<{ readonly before: string } | { readonly why: WhyNot }> {
  const all = await backupsIn(folder);
  const found = all.find(({ name }) => name === backup);
  if (found === undefined) return { why: 'gone' };
  if (!isRestorable(await checkBackup(join(folder, backup), found))) return { why: 'damaged' };
  const store = await openStore(dir, { backups: folder });
  const made = await store
    // None goes for it: the one that is to come in least of all.
    .backup(all.length + 2)
    .catch((error: unknown) => {
      if (error instanceof StoreUnavailable) return undefined;
      throw error;
    })
    .finally(() => store.close());
  if (made === undefined || made.unread > 0) return { why: 'unsaved' };
  // Who was erased would be back.
  return (await namesIn(dir)).includes('owed-erasures.json')
    ? { why: 'owed' }
    : { before: basename(made.path) };
}

/** Nothing once the backup is in; what went wrong where it is not, and what was kept stands in its place again. */
async function inPlace(plan: StagedRestore, where: Required<Where>): Promise<unknown> {
  const { dir, folder, disk } = where;
  const { release } = await takeLock(dir);
  try {
    await writePlan(dir, { ...plan, stage: 'moving' }, disk);
    await move(dir, join(dir, asideFolder), staying(where), disk);
    await writePlan(dir, { ...plan, stage: 'filling' }, disk);
    await fillFrom(join(folder, plan.backup), dir, disk);
    await writePlan(dir, { ...plan, stage: 'filled' }, disk);
    await finish(dir, disk);
    return undefined;
  } catch (error) {
    const { stage } = (await readPlan(dir, disk)) ?? plan;
    // It is in: the next start puts the rest away.
    if (stage === 'filled') throw halfRestored(dir, error);
    await bringBack({ ...plan, stage }, where);
    return error;
  } finally {
    await release();
  }
}

/** The backup is in: what was kept stands in one of its own. */
async function finish(dir: string, disk: Disk): Promise<void> {
  await rm(join(dir, asideFolder), { recursive: true, force: true });
  await removePlan(dir, disk);
}

/** What was kept stands in its place again, and nothing of what came in by half. */
async function bringBack(plan: StagedRestore, where: Required<Where>): Promise<void> {
  const { dir, disk } = where;
  const aside = join(dir, asideFolder);
  if (plan.stage === 'filling')
    for (const name of await namesIn(dir))
      if (!staying(where).has(name)) await rm(join(dir, name), { recursive: true });
  await writePlan(dir, { ...plan, stage: 'moving' }, disk);
  await makeFolder(disk, aside);
  await move(aside, dir, new Set(), disk);
  await rm(aside, { recursive: true, force: true });
}

/** Moves everything of a folder into another, but for some names. */
async function move(from: string, to: string, but: ReadonlySet<string>, disk: Disk): Promise<void> {
  await makeFolder(disk, to);
  for (const name of await namesIn(from))
    if (!but.has(name)) await disk.rename(join(from, name), join(to, name));
  for (const folder of [from, to]) await confirmFolder(disk, folder);
}

/** What is no part of what is kept, and what was set aside as damaged, which stands in no backup. */
function staying({ dir, folder }: Where): ReadonlySet<string> {
  const [first = ''] = relative(dir, folder).split(sep);
  return new Set(['lock', 'quarantine', planFile, asideFolder, 'backups', first]);
}

const namesIn = (path: string): Promise<readonly string[]> =>
  readdir(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });

import { join } from 'node:path';
import { z } from 'zod';
import { type Disk, realDisk } from '../disk.ts';
import { Document, removeDocument } from '../documents/document.ts';
import { halfRestored, unreadablePlan } from './restore-refusal.ts';

/**
 * How far a restore is. `planned`: nothing has been touched. `moving`: what is kept is on its way aside, or back. `filling`: it is all
 * aside, and the backup is on its way in. `filled`: the backup is in.
 */
const Planned = z.strictObject({
  backup: z.string(),
  askedAt: z.iso.datetime(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  link: z.string(),
  stage: z.enum(['planned', 'moving', 'filling', 'filled']),
});
export type StagedRestore = z.infer<typeof Planned>;

/** The file of a data folder in which it stands, and the folder in which what was kept waits meanwhile. */
export const [planFile, asideFolder] = ['restore.json', 'replaced'] as const;

/** Nothing where none is planned. Throws StoreUnavailable where that cannot be read: what is kept may be on its way aside. */
export async function readPlan(dir: string, disk: Disk = realDisk): Promise<StagedRestore | undefined> {
  try {
    const found = await new Document(join(dir, planFile), disk).read();
    return found === null ? undefined : Planned.parse(found);
  } catch (error) {
    throw unreadablePlan(join(dir, planFile), error);
  }
}

export const writePlan = (dir: string, plan: StagedRestore, disk: Disk = realDisk): Promise<void> =>
  new Document(join(dir, planFile), disk).write(plan);

export async function removePlan(dir: string, disk: Disk = realDisk): Promise<void> {
  await removeDocument(join(dir, planFile), disk);
}

/** Throws StoreUnavailable while a restore is neither done nor taken back: half of what is kept may be elsewhere. */
export async function refuseHalfRestored(dir: string, disk: Disk): Promise<void> {
  const plan = await readPlan(dir, disk);
  if (plan !== undefined && plan.stage !== 'planned') throw halfRestored(dir);
}

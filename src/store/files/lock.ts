import { readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { errorCode, fileMode, refuseNoFile } from './disk.ts';

/** Another process works on this folder. `remedy` is for the operator. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked';
  readonly remedy: string;

  constructor(path: string, pid: number | undefined) {
    super(
      `The data folder is in use by ${pid === undefined ? 'a process that is starting' : `process ${pid}`} (${path}).`,
    );
    this.remedy = `Stop that server, or give this one another folder. If no server runs, delete ${path}.`;
  }
}

const Owner = z.strictObject({
  pid: z.int().min(1),
  /** Tells a process from an earlier one with the same pid; absent where the system does not say. */
  born: z.string().optional(),
});
type Owner = z.infer<typeof Owner>;

/** How long a lock without an owner may stand: it is made, then written. In milliseconds. */
const writing = 2_000;

/** How long those who take over the same dead lock need to be done with it. In milliseconds. */
const settling = 50;

/** Locks that this process holds. */
const held = new Set<string>();

/** Takes the folder for this process until `release` is called. A dead owner's lock is taken over. Throws StoreLocked. */
export async function takeLock(dir: string): Promise<{ readonly release: () => Promise<void> }> {
  const path = resolve(dir, 'lock');
  if (held.has(path)) throw new StoreLocked(path, process.pid);
  held.add(path);
  try {
    const born = await birth(process.pid);
    const mine = `${JSON.stringify({ pid: process.pid, ...(born && { born }) } satisfies Owner)}\n`;
    if (!(await create(path, mine))) await takeOver(path, mine);
    return { release: () => release(path, mine) };
  } catch (error) {
    held.delete(path);
    throw error;
  }
}

/** Whether a process that runs has the folder. */
export async function isHeld(dir: string): Promise<boolean> {
  const owner = read((await text(resolve(dir, 'lock'))) ?? '');
  return owner !== undefined && lives(owner);
}

async function release(path: string, mine: string): Promise<void> {
  if ((await text(path)) === mine) await unlink(path);
  held.delete(path);
}

async function takeOver(path: string, mine: string): Promise<void> {
  await clearAway(path);
  if (!(await create(path, mine))) throw new StoreLocked(path, undefined);
  // Several may have found the same dead lock and moved each other's: what stands in the end decides.
  await setTimeout(settling);
  if ((await text(path)) !== mine) throw new StoreLocked(path, undefined);
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: fileMode });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    await unlink(path).catch(() => {});
    throw error;
  }
}

/** Removes a lock whose owner is gone. */
async function clearAway(path: string): Promise<void> {
  const content = await text(path);
  if (content === undefined) return;
  const owner = read(content);
  if (owner ? await lives(owner) : await isNew(path)) throw new StoreLocked(path, owner?.pid);
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => {});
  const moved = await text(aside);
  // Another process may have taken it over since it was read: then it was that one's lock that moved.
  if (moved !== undefined && moved !== content) {
    await rename(aside, path);
    throw new StoreLocked(path, read(moved)?.pid);
  }
  await unlink(aside).catch(() => {});
}

async function lives({ pid, born }: Owner): Promise<boolean> {
  if (!runs(pid)) return false;
  const now = await birth(pid);
  if (born !== undefined && now !== undefined) return born === now;
  // Containers give every boot the same pid: a lock with ours that we do not hold is an earlier boot's.
  return pid !== process.pid;
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** When a process began, as Linux tells it: the boot, and clock ticks since (proc(5), field 22 of stat). */
async function birth(pid: number): Promise<string | undefined> {
  const boot = await text('/proc/sys/kernel/random/boot_id');
  const stat = await text(`/proc/${pid}/stat`);
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return boot && ticks && `${boot.trim()} ${ticks}`;
}

function read(content: string): Owner | undefined {
  try {
    return Owner.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

async function text(path: string): Promise<string | undefined> {
  try {
    await refuseNoFile(path);
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function isNew(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < writing;
}

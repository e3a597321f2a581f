import { readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordKind } from '#domain/records/records.ts';
import { formerNames } from '#store/upgrade/former-names.ts';
import { confirmFolder, type Disk, errorCode, makeFolder } from '../disk.ts';

/** Told that what a program before had called `from` is called `to` now. */
export type OnRenamed = (renamed: { readonly from: string; readonly to: RecordKind }) => void;

interface RenameParts {
  readonly disk: Disk;
  /** Takes a document out of the way. */
  readonly setAside: (kind: RecordKind, path: string) => Promise<void>;
  readonly onRenamed: OnRenamed;
}

/**
 * Gives the folders of a program before their names of now: one rename each, durable before anything is written. A start that
 * is cut short is finished by the next one.
 */
export async function renameFolders(dir: string, parts: RenameParts): Promise<void> {
  const { disk, onRenamed } = parts;
  for (const { kind, former } of formerNames) {
    const [from, to] = [join(dir, former), join(dir, kind)];
    const shards = await namesIn(from);
    if (shards === undefined) continue;
    if ((await namesIn(to)) === undefined) await disk.rename(from, to);
    else await moveInto(from, to, kind, shards, parts);
    await confirmFolder(disk, dir);
    onRenamed({ from: former, to: kind });
  }
}

/** Somebody put documents back under the former name: they join the others, and a second one of the same record is set aside. */
async function moveInto(
  from: string,
  to: string,
  kind: RecordKind,
  shards: readonly string[],
  { disk, setAside }: RenameParts,
): Promise<void> {
  for (const shard of shards) {
    const [source, target] = [join(from, shard), join(to, shard)];
    const documents = await namesIn(source);
    if (documents === undefined) continue;
    await makeFolder(disk, target);
    const there = new Set(await namesIn(target));
    for (const name of documents) {
      const path = join(source, name);
      if (there.has(name)) await setAside(kind, path);
      else await disk.rename(path, join(target, name));
    }
    await confirmFolder(disk, target);
    await removeEmpty(source);
  }
  await removeEmpty(from);
}

/** Nothing when there is no such folder. */
async function namesIn(path: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}

/** What else somebody put there stays. */
async function removeEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => {});
}

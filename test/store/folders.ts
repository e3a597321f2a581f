import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one's own, gone afterwards. */
export async function withFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'trajectoires-store-'));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The paths of all files under a folder. */
export async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Where the document of a participant stands. */
export async function documentOf(dir: string, id: string): Promise<string> {
  const path = (await filesIn(join(dir, 'participant'))).find((it) => it.endsWith(`/${id}.json`));
  if (path === undefined) throw new Error(`no document of ${id}`);
  return path;
}

/**
 * The files in which a text stands, in their names or in their bytes. A store that is open may rename
 * a file between the listing and the reading: the folder is then read anew, so that what moved is
 * looked at under its new name.
 */
export async function filesNaming(dir: string, text: string): Promise<string[]> {
  for (let tries = 1; ; tries++) {
    try {
      const found: string[] = [];
      for (const path of await filesIn(dir))
        if (path.includes(text) || (await readFile(path)).includes(text)) found.push(path);
      return found;
    } catch (failure) {
      if (!isGone(failure) || tries === 20) throw failure;
    }
  }
}

const isGone = (failure: unknown) =>
  failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';

/** The permission bits of everything under a folder, by path. */
export async function modesIn(dir: string): Promise<{ path: string; folder: boolean; mode: number }[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => {
      const found = await stat(path);
      return { path, folder: found.isDirectory(), mode: found.mode & 0o777 };
    }),
  );
}

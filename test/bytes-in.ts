import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files under a folder in which one of these texts stands, in their names or in their bytes: what is erased is in none. */
export async function bytesIn(folder: string, ...canaries: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const bytes = entry.isFile() ? await readFile(path) : Buffer.alloc(0);
    if (canaries.some((one) => entry.name.includes(one) || bytes.includes(one))) found.push(path);
  }
  return found;
}

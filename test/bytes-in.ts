import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nameOf } from '#store/files/documents/name.ts';
import { rowsNaming } from './http/app/in-database.ts';

/**
 * The files under a folder (and rows of the database that it stands for) in which one of these texts stands, in their bytes or in their names, as it is or as the store writes
 * an id there: what is erased is in none.
 */
export async function bytesIn(folder: string, ...canaries: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const names = [...canaries, ...canaries.map(nameOf)];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const bytes = entry.isFile() ? await readFile(path) : Buffer.alloc(0);
    if (names.some((one) => entry.name.includes(one)) || canaries.some((one) => bytes.includes(one)))
      found.push(path);
  }
  return [...found, ...(await rowsNaming(folder, canaries))];
}

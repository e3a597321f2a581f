import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Root } from './root.ts';

/** Whether the catalogue's folder holds this file: some may be left out. */
export const exists = (root: Root, file: string): boolean =>
  typeof root === 'string' ? existsSync(join(root, file)) : root.has(file);

/** The YAML files of a folder by name; none when there is no such folder. */
export const yamlFilesIn = (root: Root, folder: string): string[] =>
  typeof root === 'string'
    ? entriesOf(join(root, folder)).flatMap(({ name }) => (/\.ya?ml$/.test(name) ? [name] : []))
    : [...root.keys()].flatMap((file) => (dirname(file) === folder ? [basename(file)] : []));

/** The folders within a folder by name. */
export const foldersIn = (root: Root): string[] =>
  typeof root === 'string'
    ? entriesOf(root).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [...new Set([...root.keys()].flatMap((file) => file.split('/').slice(0, -1).slice(0, 1)))].toSorted();

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

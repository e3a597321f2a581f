import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLanguage, type Language } from '#domain/catalogue/language.ts';
import type { CatalogueProblem } from '../problem.ts';

/** The languages that have a folder of text, the default one first. */
export function languagesOf(root: string): {
  languages: readonly Language[];
  problems: readonly CatalogueProblem[];
} {
  const languages = foldersIn(root).filter((name) => /^[a-z]{2}(-[A-Z]{2})?$/.test(name));
  const others = languages.filter((name) => name !== defaultLanguage).sort();
  if (languages.includes(defaultLanguage)) return { languages: [defaultLanguage, ...others], problems: [] };
  const remedy = `Check the catalogue’s path, ${root}, and put the folder back.`;
  const message = 'the folder of the default language is missing';
  return { languages: others, problems: [{ file: defaultLanguage, place: '', message, remedy }] };
}

/** Whether the catalogue's folder holds this file: some may be left out. */
export const exists = (root: string, file: string): boolean => existsSync(join(root, file));

/** The YAML files of a folder by name; none when there is no such folder. */
export const yamlFilesIn = (folder: string): string[] =>
  entriesOf(folder).flatMap(({ name }) => (/\.ya?ml$/.test(name) ? [name] : []));

/** The folders within a folder by name. */
export const foldersIn = (folder: string): string[] =>
  entriesOf(folder).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

import { readdirSync } from 'node:fs';
import { defaultLanguage, type Language } from '#domain/catalogue/language.ts';
import type { CatalogueProblem } from '../problem.ts';

/** The languages that have a folder of text, the default one first. */
export function languagesOf(root: string): {
  languages: readonly Language[];
  problems: readonly CatalogueProblem[];
} {
  const languages = folders(root).filter((name) => /^[a-z]{2}(-[A-Z]{2})?$/.test(name));
  const others = languages.filter((name) => name !== defaultLanguage).sort();
  if (languages.includes(defaultLanguage)) return { languages: [defaultLanguage, ...others], problems: [] };
  const remedy = `Check the catalogue’s path, ${root}, and put the folder back.`;
  const message = 'the folder of the default language is missing';
  return { languages: others, problems: [{ file: defaultLanguage, place: '', message, remedy }] };
}

function folders(root: string): string[] {
  try {
    return readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}

import { fileURLToPath } from 'node:url';
import { loadCatalogues } from '#catalogue/load-all.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';

/** What the program speaks of, and in which words. */
export interface Content {
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
}

/** What keeps the program from starting, and what to do about it. */
export interface StartProblem {
  readonly message: string;
  readonly remedy: string;
}

/** The program's own catalogue and wording, and the catalogues of the folder that is given. */
export function readContent(
  catalogueDir: string | undefined,
): Content | { readonly problems: readonly StartProblem[] } {
  const content = loadCatalogues(ownCatalogue, catalogueDir);
  const wording = loadPhrases(ownCatalogue);
  if (!('problems' in content || 'problems' in wording)) {
    return { catalogues: content.catalogues, phrases: wording.phrases };
  }
  const problems = [content, wording].flatMap((loaded) => ('problems' in loaded ? loaded.problems : []));
  return {
    problems: problems.map(({ file, line, place, message, remedy }) => ({
      message: `${file}${line === undefined ? '' : `:${line}`} ${place}: ${message}`,
      remedy,
    })),
  };
}

export const ownCatalogue = fileURLToPath(new URL('../catalogue', import.meta.url));

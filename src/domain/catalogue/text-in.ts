import type { Catalogue, CatalogueText } from './catalogue.ts';
import type { Language } from './language.ts';

/** A catalogue's wording in a language or, where it does not speak it, in its first. */
export function textIn({ id, languages, text }: Catalogue, language: Language): CatalogueText {
  const found = text[language] ?? text[languages[0] ?? ''];
  if (found === undefined) throw new Error(`Catalogue ${id} speaks no language`);
  return found;
}

import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type LanguagePack, packOf, primary } from '../../catalogue/language.ts';
import type { Consultation } from '../consultation.ts';

type Spoken = Pick<Catalogue, 'languages' | 'packs'>;
type Offers = Pick<Consultation, 'offers'>;

/**
 * The languages in which people may be spoken to: those that the consultation is held in, then those that stand on one of them, as it
 * offers them or, where it does not say, as their packs do.
 */
export function spokenIn({ languages, packs }: Spoken, { offers }: Offers): readonly LanguagePack[] {
  const others = packs.filter(
    ({ language, fallback, offered }) =>
      fallback !== undefined && languages.includes(fallback) && (offers?.includes(language) ?? offered),
  );
  return [...languages.map((language) => packOf(packs, language)), ...others];
}

/** What to propose at the very beginning: easier ways to say the language at hand, and other languages that are not told whole. */
export function proposedBeside(all: readonly LanguagePack[], language: string): readonly LanguagePack[] {
  const here = packOf(all, language);
  return all.filter(
    (one) =>
      one.language !== language &&
      (primary(one.language) === primary(language) ||
        (one.fallback !== undefined && primary(one.fallback) !== primary(one.language)) ||
        one.language === here.fallback),
  );
}

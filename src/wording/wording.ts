import type { Catalogue, CatalogueText } from '#domain/catalogue/catalogue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Language } from '#domain/catalogue/language.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Phrases, Say } from '#domain/conversation/phrases.ts';

/** A consultation as it is told in one language, wherever it is told: on a card, on a page, on paper. */
export interface Wording {
  readonly language: Language;
  readonly catalogue: Catalogue;
  /** The catalogue's texts in the language at hand. */
  readonly text: CatalogueText;
  readonly say: Say;
  readonly consultation: Consultation;
}

/** The content and the phrases that every wording draws on. */
export interface WordingSource {
  readonly catalogues: Catalogues;
  readonly phrases: Pick<Phrases, 'say'>;
}

/** The wording that plain data stands for: it can be made again on another thread. */
export function wordingOf(
  { consultation, language }: Pick<Wording, 'consultation' | 'language'>,
  { catalogues, phrases }: WordingSource,
): Wording {
  const catalogue = catalogues.of(consultation);
  return {
    language,
    catalogue,
    text: textIn(catalogue, language),
    say: phrases.say(language),
    consultation,
  };
}

/** A wording whose catalogue holds the domains of the consultation alone. */
export function withinDomains(wording: Wording): Wording {
  const { catalogue, consultation } = wording;
  const domains = catalogue.domains.filter(({ id }) => consultation.domains.includes(id));
  return { ...wording, catalogue: { ...catalogue, domains } };
}

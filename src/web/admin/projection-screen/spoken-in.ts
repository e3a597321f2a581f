import type { Language } from '#domain/catalogue/language.ts';
import type { Wording } from '#wording/wording.ts';

/** The languages of the program in which a consultation is held. */
export function spokenIn({ catalogue }: Wording, languages: readonly Language[]): readonly Language[] {
  const spoken = languages.filter((one) => catalogue.languages.includes(one));
  return spoken.length === 0 ? languages : spoken;
}

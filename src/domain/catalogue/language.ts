/** A language the interface speaks: the name of a folder of text (`fr`, `en`, `fr-falc`). French comes first. */
export type Language = string;

export const defaultLanguage: Language = 'fr';

/** What there is to know of a language beside its texts. */
export interface LanguagePack {
  readonly language: Language;
  /** As pages name it (BCP 47): `fr-simple`. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** By its own name. */
  readonly name: string;
  /** How it is proposed, in itself: "poursuivre en français". */
  readonly proposal: string;
  /** The ways to ask for it, in any language. */
  readonly asks: readonly string[];
  /** The language in which typed replies are read; absent: people answer by taps. */
  readonly reads?: Language;
  /** The one that tells what its folder does not; absent: its folder tells everything. */
  readonly fallback?: Language;
  /** Whether people are offered it where their consultation does not say. */
  readonly offered: boolean;
}

/** The first part of a name or tag: `fr` of `fr-falc`. */
export const primary = (language: Language): string => language.split('-')[0] ?? language;

/** The pack of a language; one that has none is taken as plain. */
export function packOf(packs: readonly LanguagePack[], language: Language): LanguagePack {
  return packs.find((pack) => pack.language === language) ?? plainPack(language);
}

/** A language of which nothing is said: written from left to right, complete, read as itself. */
const plainPack = (language: Language): LanguagePack => ({
  language,
  tag: language,
  direction: 'ltr',
  name: language,
  proposal: language,
  asks: [],
  reads: language,
  offered: true,
});

/** The language of papers and pages for somebody who is spoken to in this one: they are made in complete ones alone. */
export const onPaper = ({ language, fallback }: LanguagePack): Language => fallback ?? language;

/** The spoken language that a device's own, `fr-CA`, asks for: by its whole name, else by its first part. */
export function matching(locale: string | undefined, spoken: readonly Language[]): Language | undefined {
  const asked = locale?.toLowerCase();
  if (asked === undefined) return undefined;
  return spoken.find((one) => one.toLowerCase() === asked) ?? spoken.find((one) => one === primary(asked));
}

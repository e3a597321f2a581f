import type { Language } from '#domain/catalogue/language.ts';

/** As an office names a language. */
export const regional = (language: Language): string => ({ fr: 'fr-FR', en: 'en-GB' })[language] ?? language;

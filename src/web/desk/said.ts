import type { Visit } from './visit.ts';

type Spoken = Pick<Visit, 'language'>;

/** A moment as people say it here: "25 novembre 2026 à 14:05". */
export const moment = (iso: string, { language }: Spoken, timeZone = 'Europe/Paris'): string =>
  new Intl.DateTimeFormat(regional(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(iso),
  );

/** A day: "25 novembre 2026". */
export const day = (iso: string, { language }: Spoken, timeZone = 'Europe/Paris'): string =>
  new Intl.DateTimeFormat(regional(language), { dateStyle: 'long', timeZone }).format(new Date(iso));

/** What a consultation is called in the language at hand, or in its first. */
export const named = (texts: Readonly<Record<string, string>>, { language }: Spoken): string =>
  texts[language] ?? Object.values(texts)[0] ?? '';

/** English is spoken here as in Britain. */
const regional = (language: string): string => (language === 'en' ? 'en-GB' : language);

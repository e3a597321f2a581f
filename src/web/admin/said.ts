import { spokenDate } from '#wording/titles.ts';
import type { AdminVisit } from './visit.ts';

type Spoken = Pick<AdminVisit, 'language'>;

/** A moment as people say it here: "25 novembre 2026 à 14:05". */
export const moment = (iso: string, { language }: Spoken, timeZone?: string): string =>
  spokenDate(iso, language, { dateStyle: 'long', timeStyle: 'short' }, timeZone);

/** A day: "25 novembre 2026". */
export const day = (iso: string, { language }: Spoken, timeZone?: string): string =>
  spokenDate(iso, language, { dateStyle: 'long' }, timeZone);

/** What a consultation is called in the language at hand, or in its first. */
export const named = (texts: Readonly<Record<string, string>>, { language }: Spoken): string =>
  texts[language] ?? Object.values(texts)[0] ?? '';

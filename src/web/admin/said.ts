import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { lastDayOf } from '#domain/consultation/end-of.ts';
import { calendarLine } from '#wording/calendar/calendar-line.ts';
import { leading, spokenDate } from '#wording/titles.ts';
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

/** From when to when, in words: what is to come, or what was. */
export function calendarOf(its: Consultation, visit: Pick<AdminVisit, 'say' | 'language' | 'now'>): string {
  const { say, now } = visit;
  const phase = phaseOf(its, now);
  if (phase !== 'draft' && phase !== 'early')
    return leading(calendarLine({ ...visit, consultation: its }), visit);
  const isAtOnce = phase === 'draft' && its.opensAt <= now;
  const opens = isAtOnce
    ? say('home.when.opens')
    : say('home.when.opens-on', { opens: day(its.opensAt, visit, its.timeZone) });
  const last = lastDayOf(its);
  return last === undefined
    ? opens
    : say('home.when.closes', { opens, closes: day(last, visit, its.timeZone) });
}

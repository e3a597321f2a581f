import { lastDayOf } from '#domain/consultation/end-of.ts';
import { dated } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** From when to when people may answer or could, in the middle of a sentence: "du 1er mars 2026 au 20 novembre 2026". */
export function calendarLine(wording: Pick<Wording, 'say' | 'language' | 'consultation'>): string {
  const { say, consultation } = wording;
  const from = dated(wording, consultation.opensAt);
  const last = lastDayOf(consultation);
  if (last === undefined) return say('reading.calendar.since', { from });
  const to = dated(wording, last);
  return from === to
    ? say('reading.calendar.on', { day: to })
    : say('reading.calendar.from-to', { from, to });
}

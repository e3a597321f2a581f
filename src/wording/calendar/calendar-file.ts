import { endOf, lastDayOf } from '#domain/consultation/end-of.ts';
import { dayOf, nextDay } from '#domain/consultation/local-day.ts';
import { consultationNames } from '../titles.ts';
import type { Wording } from '../wording.ts';

interface Places {
  /** Where people answer, and where what the group says is read. */
  readonly chat: string;
  readonly results: string;
}

/**
 * A calendar file (RFC 5545): the last day to answer, and the day after, on which the result is there. Whole days, which are the
 * same days whatever the clock of whoever opens it. It holds no way back into a person's answers: calendars are shared and kept
 * elsewhere. Nothing where no end is set.
 */
export function calendarFile(wording: Wording, { chat, results }: Places, now: string): string | undefined {
  const { say, language, consultation } = wording;
  const last = lastDayOf(consultation);
  if (last === undefined) return undefined;
  const day = dayOf(last, consultation.timeZone);
  const { title } = consultationNames(wording);
  const event = (id: 'closing' | 'results', on: string, link: string) => [
    'BEGIN:VEVENT',
    `UID:${consultation.id}-${id}@trajectoires`,
    `DTSTAMP:${compact(now)}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(nextDay(on))}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(say(`share.calendar.${id}`, { title }))}`,
    `DESCRIPTION;LANGUAGE=${language}:${escaped(say(`share.calendar.${id}-what`, { link }))}`,
    `URL:${link}`,
    'TRANSP:TRANSPARENT',
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:PT9H', 'END:VALARM'],
    'END:VEVENT',
  ];
  const isOver = consultation.closedAt !== undefined && (endOf(consultation) ?? now) <= now;
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Trajectoires//Trajectoires//FR', 'CALSCALE:GREGORIAN'],
    'METHOD:PUBLISH',
    ...(isOver ? [] : event('closing', day, chat)),
    ...event('results', nextDay(day), results),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A day, or a moment in UTC, without its signs: 20261215, 20261215T090000Z. */
const compact = (iso: string): string => iso.replace(/\.\d+/, '').replace(/[-:]/g, '');

/** What has a meaning of its own in such a file stands behind a backslash; no other control character may. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** No line is longer than 75 octets; a character is never cut. */
function folded(line: string): string {
  let width = 0;
  return [...line]
    .map((sign) => {
      const octets = Buffer.byteLength(sign);
      width += octets;
      if (width <= 75) return sign;
      width = 1 + octets;
      return `\r\n ${sign}`;
    })
    .join('');
}

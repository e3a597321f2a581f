import { endOf, lastDayOf } from '#domain/consultation/end-of.ts';
import { dayOf, usualZone } from '#domain/consultation/local-day.ts';
import { promisedBy, retentionOf } from '#domain/consultation/retention/retention.ts';
import { ownInformation } from '../information/information.ts';
import { consultationNames, spokenDay } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** Something that a consultation's own information text says otherwise than its settings. */
interface Disagreement {
  readonly about: 'controller' | 'contact' | 'months' | 'day';
  /** What the text says; empty: it says nothing of it. */
  readonly said: string;
  /** What the settings say. */
  readonly now: string;
}

/** Where the words that people read before they agree no longer agree with the settings they quote; nothing of the usual words. */
export function disagreements(wording: Wording): readonly Disagreement[] {
  const own = ownInformation(wording);
  if (own === undefined) return [];
  const { contact } = wording.consultation.controller;
  const { controller } = consultationNames(wording);
  const holds = (what: string) => what === '' || plain(own).includes(plain(what));
  return [
    ...(holds(controller) ? [] : [{ about: 'controller', said: '', now: controller } as const]),
    ...(holds(contact) ? [] : [{ about: 'contact', said: '', now: contact } as const]),
    ...otherMonths(own, wording),
    ...otherDays(own, wording),
  ];
}

/** Months that are neither those of the settings nor those that were promised. */
function otherMonths(text: string, { consultation }: Wording): readonly Disagreement[] {
  const { retentionMonths } = consultation;
  const known = new Set([retentionMonths, promisedBy(consultation).monthsAfterAnswer]);
  const said = [...plain(text).matchAll(/(\d{1,3}) ?(?:mois|months?)\b/gu)].map(([, n]) => Number(n));
  return [...new Set(said)]
    .filter((n) => !known.has(n))
    .map((n) => ({ about: 'months', said: `${n}`, now: `${retentionMonths}` }));
}

/** Days that are none of the consultation's own. */
function otherDays(text: string, { consultation, language }: Wording): readonly Disagreement[] {
  const { opensAt, timeZone = usualZone } = consultation;
  const its = [opensAt, lastDayOf(consultation), endOf(consultation), retentionOf(consultation)?.eraseAt];
  const known = new Set(its.flatMap((at) => (at === undefined ? [] : [dayOf(at, timeZone)])));
  const months = Array.from({ length: 12 }, (_, month) => monthName(month, language));
  const named = new RegExp(`(\\d{1,2})(?:er)? (${months.join('|')}) (\\d{4})`, 'gu');
  const before = new RegExp(`(${months.join('|')}) (\\d{1,2}),? (\\d{4})`, 'gu');
  const found = [
    ...[...plain(text).matchAll(named)].map(([, day, month, year]) => ({ day, month, year })),
    ...[...plain(text).matchAll(before)].map(([, month, day, year]) => ({ day, month, year })),
  ].map(({ day = '', month = '', year }) =>
    [year, `${months.indexOf(month) + 1}`.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
  return [...new Set(found)]
    .filter((day) => !known.has(day))
    .map((day) => ({
      ...{ about: 'day', now: '' },
      said: spokenDay(day, language),
    }));
}

const monthName = (month: number, language: string): string =>
  plain(
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)),
  );

/** As it is compared: capitals, and spaces of any kind, do not matter. */
const plain = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ').trim();

import { type Consultation, stageOf } from '../consultation.ts';
import { dayOf, justBefore, nextDay, startOfDay, usualZone, zoneNamed } from '../local-day.ts';
import { type Part, unchanged } from './part.ts';
import { type ConsultationSettings, type SettingProblem, wrong } from './settings.ts';

/**
 * When a consultation opens and closes: as a day begins and as one ends where it is held, or at once. Days stay the same
 * days when it moves to another zone. What was not asked for, or stands there already, is not found wrong.
 */
export function calendarOf(
  before: Consultation,
  given: Pick<ConsultationSettings, 'opens' | 'closes' | 'timeZone'>,
  now: string,
): Part {
  if ([given.opens, given.closes, given.timeZone].every((one) => one === undefined)) return unchanged;
  const was = before.timeZone ?? usualZone;
  const meant = given.timeZone === undefined ? was : zoneNamed(given.timeZone);
  const zone = meant ?? was;
  const opensAt = openingOf(before, given.opens, was, zone, now);
  const closes = given.closes === undefined ? lastDay(before, was) : (given.closes ?? undefined);
  const closesAt = closes === undefined ? undefined : endOf(closes, zone);
  return {
    changed: {
      opensAt: opensAt ?? before.opensAt,
      ...(closesAt !== undefined && { closesAt }),
      ...(zone !== usualZone && { timeZone: zone }),
    },
    drop: ['closesAt', 'timeZone'],
    problems: [
      ...(meant === undefined
        ? [wrong('timeZone', 'wrong-zone', [], { value: `${given.timeZone}`.slice(0, 80) })]
        : []),
      ...(opensAt === undefined ? [wrong('opens', 'no-day')] : []),
      ...(closes !== undefined && closesAt === undefined ? [wrong('closes', 'no-day')] : []),
      ...ending(before, opensAt ?? before.opensAt, closesAt, now),
    ],
  };
}

/** The last day on which people may answer; nothing without an end. */
export const lastDay = ({ closesAt }: Consultation, zone: string): string | undefined =>
  closesAt === undefined ? undefined : dayOf(justBefore(closesAt), zone);

/** Nothing when there is no such day. */
function openingOf(
  before: Consultation,
  opens: ConsultationSettings['opens'],
  was: string,
  zone: string,
  now: string,
): string | undefined {
  const { opensAt, draft } = before;
  if (!draft && stageOf(before, now) !== 'early') return opensAt;
  if (opens === null) return now;
  if (opens !== undefined) return onDay(opens, zone, now, draft);
  const day = dayOf(opensAt, was);
  return startOfDay(day, was) === opensAt ? startOfDay(day, zone) : opensAt;
}

/** Today is at once; so is a day that is past, where nothing else has to be pressed. */
function onDay(day: string, zone: string, now: string, draft: true | undefined): string | undefined {
  if (day === dayOf(now, zone)) return now;
  const begins = startOfDay(day, zone);
  return begins !== undefined && !draft && begins < now ? now : begins;
}

const endOf = (day: string, zone: string): string | undefined =>
  startOfDay(day, zone) === undefined ? undefined : startOfDay(nextDay(day), zone);

/** A last day that is past, or no later than the first: as far as either of the two is another one now. */
function ending(
  before: Consultation,
  opensAt: string,
  closesAt: string | undefined,
  now: string,
): readonly SettingProblem[] {
  const isOther = closesAt !== before.closesAt;
  if (closesAt === undefined || !(isOther || opensAt !== before.opensAt)) return [];
  if (isOther && closesAt <= now) return [wrong('closes', 'past')];
  return closesAt <= opensAt ? [wrong(isOther ? 'closes' : 'opens', 'order')] : [];
}

/** Where a consultation's days begin and end, unless it says otherwise. */
export const usualZone = 'Europe/Paris';

/** A time zone as IANA names it, whatever its letters' case; nothing when there is none of this name. */
export function zoneNamed(name: string): string | undefined {
  // The platform takes differences from UTC as well ("+02:00"), which are no zones.
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // One that has since got another name is kept as it is written, if it is written as names are.
    return /[A-Z]/.test(name) && timeZone.toLowerCase() !== name.toLowerCase() ? name : timeZone;
  } catch {
    return undefined;
  }
}

/**
 * The moment a day (`2026-12-15`) begins in a time zone, as ISO 8601 in UTC; nothing when there is no such day, or none
 * from the year 1000 on: years of fewer figures come from a slip of the hand.
 */
export const startOfDay = (day: string, zone = usualZone): string | undefined => momentAt(day, '00:00', zone);

/** The moment it is a time (`09:00`) of a day in a time zone; nothing when there is no such day or time. */
export function momentAt(day: string, time: string, zone = usualZone): string | undefined {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  const said = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(said) || new Date(said).toISOString().slice(0, 10) !== day) return undefined;
  // The offset is looked up twice: the first guess may fall on the other side of a change of clocks.
  const guess = said - offset(said, zone);
  return new Date(said - offset(guess, zone)).toISOString();
}

/** What clocks say somewhere at a moment: `09:00`. */
export const timeOf = (iso: string, zone = usualZone): string =>
  new Date(Date.parse(iso) + offset(Date.parse(iso), zone)).toISOString().slice(11, 16);

/** The day after. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last one of a month that is shorter. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Still within the day that ends at a moment: what closes as a day begins was open until the day before. */
export function justBefore(iso: string): string {
  return new Date(Date.parse(iso) - 1).toISOString();
}

/** The day it is somewhere at a moment. */
export function dayOf(iso: string, zone = usualZone): string {
  const known = days.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  days.set(zone, known);
  return known.format(new Date(iso));
}

/** One a zone: to make it costs a hundred times what it says. */
const days = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which a zone's clocks are ahead of UTC at a moment. */
function offset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(at));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '00';
  const read = `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}Z`;
  return Date.parse(read) - at;
}

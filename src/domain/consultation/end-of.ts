import type { Consultation } from './consultation.ts';
import { justBefore } from './local-day.ts';

type Ending = Pick<Consultation, 'closesAt' | 'closedAt'>;

/**
 * From when on nobody may answer: the end of its last day, or sooner where somebody closed it. Nothing where no end is set, or where
 * its closing was not written down.
 */
export function endOf({ closesAt, closedAt }: Ending): string | undefined {
  if (closesAt === undefined || closedAt === undefined) return closedAt ?? closesAt;
  return closedAt < closesAt ? closedAt : closesAt;
}

/** A moment of the last day on which people may answer: what ends as a day begins was open until the day before. */
export function lastDayOf(its: Ending): string | undefined {
  const end = endOf(its);
  return end === undefined ? undefined : justBefore(end);
}

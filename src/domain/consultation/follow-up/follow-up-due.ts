import { type Consultation, phaseOf } from '../consultation.ts';
import { endOf } from '../end-of.ts';
import { dayOf, monthsLater, startOfDay, usualZone } from '../local-day.ts';

/** Months after the end during which people may wait before those who facilitate are reminded. */
const followUpMonths = 3;

/** When people were last told what was done: since they were last let answer. Nothing: they were not. */
export function toldOf({ toldAt, followUps = [], reopenedAt = '' }: Told): string | undefined {
  const written = followUps.map(({ at }) => at).filter((at) => at > reopenedAt);
  return [...written, ...(toldAt === undefined ? [] : [toldAt])].toSorted().at(-1);
}

type Told = Pick<Consultation, 'toldAt' | 'followUps' | 'reopenedAt'>;

/** Whether an answer may be written: once nobody answers any more, and for as long as the consultation is there. */
export const mayFollowUp = (its: Consultation, now: string): boolean =>
  ['closed', 'archived'].includes(phaseOf(its, now));

/** Whether those who facilitate are to be reminded now that people were told nothing; once after each end. */
export function followUpDue(its: Consultation, now: string): boolean {
  const end = endOf(its);
  if (end === undefined || phaseOf(its, now) !== 'closed' || toldOf(its) !== undefined) return false;
  if (its.followUpRemindedAt !== undefined && its.followUpRemindedAt >= end) return false;
  const zone = its.timeZone ?? usualZone;
  const due = startOfDay(monthsLater(dayOf(end, zone), followUpMonths), zone);
  return due !== undefined && due <= now;
}

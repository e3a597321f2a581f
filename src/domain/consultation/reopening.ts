import { type Consultation, phaseOf } from './consultation.ts';
import { nextDay, startOfDay, usualZone } from './local-day.ts';
import { keepPromise, retentionOf } from './retention/retention.ts';
import { without } from './without.ts';

/**
 * What becomes of a consultation whose people may answer again. `unfit`: it is not over, or put away, or its answers are erased.
 * Of its new last day: `no-day`, there is no such day; `past`; `after-erasure`, people read that their answers are erased before.
 */
export type Reopening =
  | { readonly consultation: Consultation }
  | { readonly problem: 'unfit' }
  | { readonly problem: 'no-day' | 'past' }
  | { readonly problem: 'after-erasure'; readonly day: string };

/**
 * People may answer again until the end of a day (`2026-12-15`); without one, until the closing day if that is to come, else until
 * somebody closes it. What was promised of how long answers are kept stays.
 */
export function reopened(its: Consultation, closes: string | undefined, now: string): Reopening {
  if (phaseOf(its, now) !== 'closed' || its.erasure !== undefined) return { problem: 'unfit' };
  const zone = its.timeZone ?? usualZone;
  const isDay = closes === undefined || startOfDay(closes, zone) !== undefined;
  if (!isDay) return { problem: 'no-day' };
  const closesAt = closes === undefined ? later(its.closesAt, now) : startOfDay(nextDay(closes), zone);
  if (closesAt !== undefined && closesAt <= now) return { problem: 'past' };
  const erasure = retentionOf(its);
  if (closesAt !== undefined && erasure !== undefined && closesAt > erasure.eraseAt)
    return { problem: 'after-erasure', day: erasure.eraseOn };
  const open = {
    ...without(its, 'closedAt', 'closesAt', 'toldAt', 'followUpRemindedAt'),
    ...{ closed: false, reopenedAt: now },
    ...(closesAt !== undefined && { closesAt }),
  };
  return { consultation: keepPromise(its, open, now) };
}

/** For so many days somebody's closing may be taken back as if it had not been. */
const undoDays = 7;

/**
 * Until when a closing may be taken back; nothing: it may not, or no more. Only what somebody closed by hand: a last day that came was
 * the day that was told, and another one is set by reopening.
 */
export function undoableUntil(its: Consultation, now: string): string | undefined {
  const { closedAt, closesAt, erasure } = its;
  if (closedAt === undefined || erasure !== undefined || phaseOf(its, now) !== 'closed') return undefined;
  const until = new Date(Date.parse(closedAt) + undoDays * 86_400_000).toISOString();
  const last = closesAt !== undefined && closesAt < until ? closesAt : until;
  return now < last ? last : undefined;
}

const later = (closesAt: string | undefined, now: string): string | undefined =>
  closesAt !== undefined && closesAt > now ? closesAt : undefined;

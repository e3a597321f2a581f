import type { Consultation } from '../consultation.ts';
import { endOf } from '../end-of.ts';
import { dayOf, monthsLater, startOfDay, usualZone } from '../local-day.ts';
import type { Promised } from './promised.ts';

/** When the answers of a consultation are erased. */
export interface Retention {
  /** The day, where it is held, at whose beginning they are. */
  readonly eraseOn: string;
  /** That beginning, as ISO 8601 in UTC. */
  readonly eraseAt: string;
}

type Timed = Pick<
  Consultation,
  'closesAt' | 'closedAt' | 'timeZone' | 'retentionMonths' | 'promised' | 'opensAt' | 'draft'
>;

/** Everything that was promised at once: what people read now, and what they read before. */
export function promisedBy(its: Timed): Promised {
  return tighter(announced(its), its.promised ?? {});
}

/** When the answers are erased; nothing while no closing day is set and nobody has answered. */
export function retentionOf(its: Timed, lastAnswerAt?: string): Retention | undefined {
  const zone = its.timeZone ?? usualZone;
  const { eraseOn: fixed, monthsAfterAnswer } = promisedBy(its);
  const moving =
    lastAnswerAt === undefined || monthsAfterAnswer === undefined
      ? undefined
      : monthsLater(dayOf(lastAnswerAt, zone), monthsAfterAnswer);
  const eraseOn = least(fixed, moving);
  const eraseAt = eraseOn === undefined ? undefined : startOfDay(eraseOn, zone);
  return eraseOn === undefined || eraseAt === undefined ? undefined : { eraseOn, eraseAt };
}

/** A consultation after a change, with what people read before it where that was shorter. */
export function keepPromise(before: Consultation, after: Consultation, now: string): Consultation {
  // Nobody reads what a draft says, nor what is not open yet.
  if (before.draft || before.opensAt > now) return after;
  const promised = tighter(announced(before), before.promised ?? {});
  const next = announced(after);
  const adds =
    isShorter(promised.eraseOn, next.eraseOn) ||
    isShorter(promised.monthsAfterAnswer, next.monthsAfterAnswer);
  return adds ? { ...after, promised } : after;
}

/** The days before an erasure on which those who facilitate are warned. */
export const warningDays = [30, 7] as const;
export type WarningDays = (typeof warningDays)[number];

/** The warning that is due now and was not given yet: of two that are due, the later one alone. */
export function warningDue(
  { eraseOn, eraseAt }: Retention,
  warned: Consultation['warned'],
  now: string,
): WarningDays | undefined {
  const left = (Date.parse(eraseAt) - Date.parse(now)) / 86_400_000;
  const days = warningDays.findLast((days) => left <= days);
  const isGiven = days !== undefined && warned?.eraseOn === eraseOn && warned.days <= days;
  return isGiven ? undefined : days;
}

/** What people read now. Whoever closes it before its closing day brings the end nearer. */
function announced({ closesAt, closedAt, timeZone, retentionMonths }: Timed): Promised {
  const end = closesAt && endOf({ closesAt, closedAt });
  if (end === undefined) return { monthsAfterAnswer: retentionMonths };
  return { eraseOn: monthsLater(dayOf(end, timeZone ?? usualZone), retentionMonths) };
}

function tighter(a: Promised, b: Promised): Promised {
  const eraseOn = least(a.eraseOn, b.eraseOn);
  const monthsAfterAnswer = least(a.monthsAfterAnswer, b.monthsAfterAnswer);
  return {
    ...(eraseOn !== undefined && { eraseOn }),
    ...(monthsAfterAnswer !== undefined && { monthsAfterAnswer }),
  };
}

const least = <T extends string | number>(a: T | undefined, b: T | undefined): T | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

const isShorter = <T extends string | number>(promised: T | undefined, next: T | undefined): boolean =>
  promised !== undefined && (next === undefined || promised < next);

import { type Consultation, isOpen, phaseOf } from './consultation.ts';
import { type Reopening, reopened } from './reopening.ts';
import { standingResult } from './standing-result.ts';

/**
 * Why no second round opens: `no-result`, nothing stands yet that people could see beside their views; `hidden`, what stands is
 * provisional and not for them; `once`, there was one; or as people may not answer again.
 */
export type RoundProblem =
  | { readonly problem: 'no-result' | 'hidden' | 'once' }
  | Extract<Reopening, { problem: string }>;

/**
 * A consultation whose people may look at their views again beside the result that stands now, which is kept as the first. After the
 * end it opens again for that, until the end of a day (`2026-12-15`), as any reopening; while people answer, until its end.
 */
export function withSecondRound(
  its: Consultation,
  closes: string | undefined,
  now: string,
): { readonly consultation: Consultation } | RoundProblem {
  if (its.round !== undefined) return { problem: 'once' };
  const phase = phaseOf(its, now);
  if ((phase !== 'open' && phase !== 'closed') || its.erasure !== undefined) return { problem: 'unfit' };
  const first = standingResult(its);
  if (first === undefined) return { problem: 'no-result' };
  if (phase === 'open' && first.kind === 'provisional' && its.provisionalFor !== undefined)
    return { problem: 'hidden' };
  const exact = first.kind === 'provisional' && its.final !== undefined;
  const round = { openedAt: now, first, ...(exact && { exact: true as const }) };
  if (phase === 'open') return { consultation: { ...its, round } };
  const open = reopened(its, closes, now);
  return 'problem' in open ? open : { consultation: { ...open.consultation, round } };
}

/** The consultation with its second round over, while people may go on answering; nothing where none is open. */
export function withoutSecondRound(its: Consultation, now: string): Consultation | undefined {
  const { round } = its;
  return round && openRound(its, now) ? { ...its, round: { ...round, endedAt: now } } : undefined;
}

/** The second round under way; nothing before one opens, and once it or the consultation is over. */
export function openRound(
  its: Pick<Consultation, 'round' | 'reopenedAt' | 'closed' | 'draft' | 'opensAt' | 'closesAt'>,
  now: string,
): Consultation['round'] {
  const { round, reopenedAt } = its;
  if (round === undefined || round.endedAt !== undefined || !isOpen(its, now)) return undefined;
  // Who is let answer again later is not asked a second time.
  return reopenedAt !== undefined && reopenedAt > round.openedAt ? undefined : round;
}

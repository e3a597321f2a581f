import type { ResultKind, ResultState } from '../results/group-scenario.ts';
import type { Consultation } from './consultation.ts';

/** The result that stands for whoever may see it. */
export interface StandingResult extends ResultState {
  readonly kind: ResultKind;
}

/** The later of a provisional result and the final one: after a new start, provisional results may follow a final one. */
export function standingResult({
  provisional,
  final,
}: Pick<Consultation, 'provisional' | 'final'>): StandingResult | undefined {
  if (provisional !== undefined && (final === undefined || provisional.at > final.at))
    return { kind: 'provisional', ...provisional };
  return final && { kind: 'final', ...final };
}

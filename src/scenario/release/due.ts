import { type Consultation, stageOf } from '#domain/consultation/consultation.ts';
import { standingResult } from '#domain/consultation/standing-result.ts';
import { enoughApart } from '../analysis/disclosure/enough-apart.ts';

/** A consultation, as far as what is due depends on it. */
export type Releasing = Pick<
  Consultation,
  | 'minGroup'
  | 'provisional'
  | 'final'
  | 'reopenedAt'
  | 'round'
  | 'provisionalFor'
  | 'closed'
  | 'draft'
  | 'opensAt'
  | 'closesAt'
  | 'expected'
>;

/** A group now, as far as what is due depends on it. */
export interface Counted {
  /** People with at least one ballot. */
  readonly n: number;
  /** Contributions new, changed or withdrawn since the result that stands; everybody, when none does. */
  readonly changed: number;
  /** People who contributed, or changed what they did, since the final result; to count them, everybody is looked at. */
  readonly sinceFinal: () => number;
}

/**
 * `provisional`, `final`: such a result is to be made now. `withdraw`: fewer than the smallest group are left in what stands.
 * `keep`: the final result of an earlier end stays, and no provisional one after it.
 */
export type Due = 'provisional' | 'final' | 'withdraw' | 'keep' | undefined;

/**
 * Which result is due now (docs/results-and-method.md, "when figures move").
 * While people answer, provisional ones: the first at twice the smallest group and a bit, the next ones when at least the smallest
 * group and a bit of contributions are new or changed, and not within ten minutes (one, where few people are expected). The bit is
 * drawn anew each time, from 0 to the smallest group, so that nobody can tell whose contribution moved the figures.
 * After the end, one final result; again once three times the smallest group have erased their answers: their difference would tell
 * what the one said who leaves among puppets. After an owner let people answer again, once as many contributed as the smallest group:
 * they are to count, and the difference is of as many people as any figure is of.
 */
export function dueRelease(
  its: Releasing,
  group: Counted,
  now: string,
  drawBit: (after: string | undefined) => number,
): Due {
  const { minGroup } = its;
  const standing = standingResult(its);
  if (group.n < minGroup) return standing && 'withdraw';
  if (stageOf(its, now) === 'closed') return dueAfterEnd(its, group);
  if (its.provisionalFor === 'nobody') return undefined;
  const bit = drawBit(standing?.at);
  if (standing === undefined) return group.n >= 2 * minGroup + bit ? 'provisional' : undefined;
  const rested = Date.parse(now) - Date.parse(standing.at) >= restMs(its);
  return rested && group.changed >= minGroup + bit ? 'provisional' : undefined;
}

function dueAfterEnd(its: Releasing, { n, sinceFinal }: Counted): Due {
  const { final, provisional, minGroup } = its;
  if (final === undefined) return 'final';
  if (isOfEarlierEnd(its)) {
    if (sinceFinal() >= minGroup) return 'final';
    return provisional && 'keep';
  }
  return final.scenario.n - n >= enoughApart(minGroup) ? 'final' : undefined;
}

/** Whether the final result is of an end after which people were let answer again. */
export const isOfEarlierEnd = ({ final, reopenedAt }: Pick<Releasing, 'final' | 'reopenedAt'>): boolean =>
  final !== undefined && reopenedAt !== undefined && final.at < reopenedAt;

/** Where few people are expected, a seminar mostly, they are all in one room: ten minutes would be most of it. */
const restMs = ({ expected }: Releasing): number =>
  expected !== undefined && expected <= fewExpected ? 60_000 : 600_000;

const fewExpected = 50;

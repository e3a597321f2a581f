import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { type Consultation, stageOf } from '#domain/consultation/consultation.ts';
import { standingResult } from '#domain/consultation/standing-result.ts';
import type { GroupScenario, ResultState } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { Blur } from '../analysis/disclosure/coarse.ts';
import { changedSince } from '../analysis/tally/changes.ts';
import { castTimes } from '../analysis/tally/people.ts';
import type { Tally } from '../analysis/tally/tally.ts';
import { coarseScenario, groupScenario } from '../group.ts';
import { withShift } from '../shift.ts';
import { countedBesideFirst, withStandingOpinion } from './beside-first.ts';
import { type Counted, type Due, dueRelease, isOfEarlierEnd, type Releasing } from './due.ts';

/** What stands of a group's results, as a consultation keeps it; nothing: it may not be shown. */
export type Standing = Pick<Consultation, 'provisional' | 'final'>;

export const standingOf = ({ provisional, final }: Standing): Standing => ({
  ...(provisional && { provisional }),
  ...(final && { final }),
});

/** What stands of the group's results now; `isNew`: it is other than it was, and to be saved before it is shown. */
export interface Released {
  readonly standing: Standing;
  readonly isNew: boolean;
}

/** What is drawn for results, always the same for the same state, and known to nobody. */
export interface ReleaseChance {
  /** By how many people more than the least the state after this one waits: 0 to the smallest group. */
  readonly bit: (after: string | undefined) => number;
  /** How each figure of a provisional state is blurred. */
  readonly blur: Blur;
}

/** Makes the result that is due now, if one is. A new one makes the tally count changes anew. */
export function release(
  its: Releasing,
  tally: Tally,
  catalogue: Catalogue,
  now: string,
  { bit, blur }: ReleaseChance,
): Released {
  const due = dueRelease(its, countedIn(its, tally), now, bit);
  if (due === undefined) return { standing: standingOf(its), isNew: false };
  const standing = stateAfter(
    due,
    its,
    (figure) => blur(`${now} ${figure}`),
    () => ({ at: now, scenario: exactScenario(its, tally, catalogue) }),
  );
  if (due === 'final' || due === 'provisional') changedSince(tally.changes, now, tally.people);
  return { standing, isNew: true };
}

function exactScenario(its: Releasing, tally: Tally, catalogue: Catalogue): GroupScenario {
  const { round, minGroup } = its;
  const counting = countedBesideFirst(tally, its);
  const scenario = groupScenario(counting.tally, catalogue, minGroup, counting.standing);
  return withShift(withStandingOpinion(scenario, its, counting), tally, round, minGroup);
}

/** What may be shown of the group now. */
export function groupView(its: Releasing & Pick<Consultation, 'erasure'>, n: number, now: string): GroupView {
  const { minGroup, provisionalFor } = its;
  const result = standingResult(its);
  if (result === undefined) return waiting(its, n, now);
  const isOver = stageOf(its, now) === 'closed';
  // What nobody is to see before the end may stand from before that was set.
  if (!isOver && provisionalFor === 'nobody' && result.kind === 'provisional') return waiting(its, n, now);
  const left = result.kind === 'final' && isOver && !its.erasure ? Math.max(0, result.scenario.n - n) : 0;
  const isEarlier = result.kind === 'final' && isOfEarlierEnd(its);
  return {
    state: 'released',
    ...result,
    minGroup,
    ...(left > 0 && { left }),
    ...(isEarlier && { since: isOver ? 'too-few' : 'reopened' }),
  };
}

function waiting(its: Releasing, n: number, now: string): GroupView {
  const { minGroup, provisionalFor } = its;
  const isOver = stageOf(its, now) === 'closed';
  const enough = isOver || provisionalFor === 'nobody' ? minGroup : 2 * minGroup;
  return {
    state: 'waiting',
    minGroup,
    needed: Math.max(1, enough - n),
    ...(!isOver && provisionalFor === 'nobody' && { until: 'end' }),
    ...(isOver && n < minGroup && { until: 'reopening' }),
  };
}

function countedIn(its: Releasing, tally: Tally): Counted {
  const { n, changes, people } = tally;
  const changed = changedSince(changes, standingResult(its)?.at, people);
  return { n, changed, sinceFinal: () => castAfter(its.final, tally) };
}

/** People who cast a ballot after a result was made. */
function castAfter(final: ResultState | undefined, { people }: Tally): number {
  const at = Date.parse(final?.at ?? '');
  let n = 0;
  for (const [, castAt] of castTimes(people)) if (castAt > at) n += 1;
  return n;
}

function stateAfter(due: NonNullable<Due>, its: Releasing, blur: Blur, exact: () => ResultState): Standing {
  const { final, minGroup } = its;
  switch (due) {
    case 'withdraw':
      return {};
    case 'keep':
      return final ? { final } : {};
    case 'final':
      return { final: exact() };
    case 'provisional': {
      const { at, scenario } = exact();
      return {
        ...(final && { final }),
        provisional: { at, scenario: coarseScenario(scenario, minGroup, blur) },
      };
    }
  }
}

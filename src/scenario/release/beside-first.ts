import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Figures, figuresIn, type GroupScenario, isKnown } from '#domain/results/group-scenario.ts';
import { enoughApart } from '../analysis/disclosure/enough-apart.ts';
import { asBefore, opinionOf } from '../analysis/tally/packed.ts';
import { allBallots } from '../analysis/tally/people.ts';
import { recastTally } from '../analysis/tally/recast-tally.ts';
import type { Tally } from '../analysis/tally/tally.ts';
import { withOpinion } from '../group.ts';

type Its = Pick<Consultation, 'round' | 'final' | 'minGroup'>;

/** What of a group counts in a result that stands beside an exact one of before. */
interface Counting {
  readonly tally: Tally;
  /** The figures of the exact result of before that stand, by trajectory. */
  readonly standing: ReadonlyMap<string, Figures>;
}

/**
 * After a second round over an exact result, people can subtract one result from the other: the difference is what those say together
 * who changed their view of a trajectory, or gave one since. Whoever only keeps a view hides nobody. So a trajectory stands as it was,
 * in every figure, until as many as the smallest group differ on it; or three times as many erased their view of it, when nothing of
 * what they said may stay (see `enoughApart`).
 */
export function countedBesideFirst(tally: Tally, { round, final, minGroup }: Its): Counting {
  const isExact = round !== undefined && (round.first.kind === 'final' || round.exact === true);
  if (!isExact || final === undefined) return { tally, standing: new Map() };
  const first = figuresIn(final.scenario);
  const { changed, stayed } = sinceFirst(tally);
  const standing = new Map(
    tally.trajectories.flatMap(({ id }, column) => {
      const figures = first.get(id);
      if (figures === undefined || (changed[column] ?? 0) >= minGroup) return [];
      const gone = figures.examined - (stayed[column] ?? 0);
      return gone >= enoughApart(minGroup) ? [] : [[id, figures] as const];
    }),
  );
  const isHeld = tally.trajectories.map(({ id }) => standing.has(id));
  const counted = recastTally(tally, (packed, column) => (isHeld[column] ? asBefore(packed) : packed));
  return { tally: counted, standing };
}

/** A result with the ways of seeing of the first one where every figure is that one's: who erased theirs would be told by others. */
export function withStandingOpinion(
  scenario: GroupScenario,
  { final }: Its,
  { standing }: Counting,
): GroupScenario {
  const opinion = final?.scenario.opinion;
  const hasMoved = scenario.domains.some(({ trajectories }) =>
    trajectories.some((one) => isKnown(one) && !standing.has(one.trajectory)),
  );
  return opinion === undefined || hasMoved ? scenario : withOpinion(scenario, opinion);
}

/** By trajectory: how many views differ from those of before, and how many of before are there still, changed or not. */
function sinceFirst({ people, trajectories }: Tally) {
  const changed = trajectories.map(() => 0);
  const stayed = trajectories.map(() => 0);
  allBallots(people).forEach((packed, i) => {
    const column = i % people.width;
    const before = asBefore(packed);
    if (opinionOf(before) !== opinionOf(packed)) changed[column] = (changed[column] ?? 0) + 1;
    if (before !== 0) stayed[column] = (stayed[column] ?? 0) + 1;
  });
  return { changed, stayed };
}

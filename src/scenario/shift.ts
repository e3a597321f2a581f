import type { Consultation } from '#domain/consultation/consultation.ts';
import { figuresIn, type GroupScenario, type Shift } from '#domain/results/group-scenario.ts';
import { sum } from './analysis/sum.ts';
import { firstOpinionOf, opinionOf, places } from './analysis/tally/packed.ts';
import { allBallots } from './analysis/tally/people.ts';
import type { Tally } from './analysis/tally/tally.ts';

type Moves = Shift['trajectories'][number];

/**
 * The result with what its second round moved, from each person's two stances; "I don't know" on either side makes no pair. Nothing
 * where fewer than the smallest group looked at anything again. Of a trajectory, counts of people who moved one way, the other or
 * not at all are shown together or not at all: each is 0 or at least the smallest group, and without them no mean is shown, which
 * would tell them.
 */
export function withShift(
  scenario: GroupScenario,
  tally: Tally,
  round: Consultation['round'],
  minGroup: number,
): GroupScenario {
  if (round === undefined) return scenario;
  const { people, byTrajectory } = pairsIn(tally);
  if (people.n < minGroup) return scenario;
  const { at, kind } = round.first;
  const before = figuresIn(round.first.scenario);
  const trajectories = scenario.domains.flatMap((domain) =>
    domain.trajectories.flatMap(({ trajectory }): readonly Moves[] => {
      const moves = movesOf(byTrajectory.get(trajectory) ?? [], minGroup);
      if (moves === undefined) return [];
      const figures = before.get(trajectory);
      return [
        {
          trajectory,
          ...moves,
          ...(figures && {
            before: {
              ...(kind === 'final' && { n: figures.n }),
              support: figures.support.share,
              opposition: figures.opposition.share,
            },
          }),
        },
      ];
    }),
  );
  const isTold = [people.moved, people.n - people.moved].every((n) => isShown(n, minGroup));
  const told = { n: people.n, ...(isTold && { moved: people.moved }) };
  return { ...scenario, shift: { first: { at, kind }, people: told, trajectories } };
}

function movesOf(shifts: readonly number[], minGroup: number): Omit<Moves, 'trajectory'> | undefined {
  const n = shifts.length;
  if (n < minGroup) return undefined;
  const towards = {
    for: shifts.filter((shift) => shift > 0).length,
    against: shifts.filter((shift) => shift < 0).length,
    same: shifts.filter((shift) => shift === 0).length,
  };
  if (!Object.values(towards).every((count) => isShown(count, minGroup))) return { n };
  return { n, towards, mean: meanShift(shifts) };
}

const isShown = (n: number, minGroup: number): boolean => n === 0 || n >= minGroup;

/**
 * The mean of paired differences d with its 95 % interval of Student (Biometrika 6, 1908): mean(d) ± t(n - 1) s / √n, where s is their
 * standard deviation over n - 1. Nothing is taken to be known of anybody who did not look again. `shifts`: two or more.
 */
export function meanShift(shifts: readonly number[]): NonNullable<Moves['mean']> {
  const n = shifts.length;
  const value = sum(shifts) / n;
  const variance = sum(shifts.map((shift) => (shift - value) ** 2)) / (n - 1);
  const half = student(n - 1) * Math.sqrt(variance / n);
  return { value, low: Math.max(-4, value - half), high: Math.min(4, value + half) };
}

/** Student's t at 97.5 %, by its expansion about the normal one (Abramowitz and Stegun 1964, 26.7.5); within 0.001 from 4 degrees on. */
function student(degrees: number): number {
  const z = 1.959964;
  const [z3, z5, z7, z9] = [z ** 3, z ** 5, z ** 7, z ** 9];
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92_160 * degrees ** 4)
  );
}

/** How far each person moved on each trajectory that they took a stance on twice, and how many people did, by anything. */
function pairsIn(tally: Tally) {
  const { people, trajectories } = tally;
  const all = allBallots(people);
  const byTrajectory = new Map<string, number[]>(trajectories.map(({ id }) => [id, []]));
  const counts = { n: 0, moved: 0 };
  for (let row = 0; row < all.length; row += people.width) {
    let [looked, moved] = [0, 0];
    trajectories.forEach(({ id }, column) => {
      const shift = shiftOf(all[row + column] ?? 0);
      if (shift === undefined) return;
      looked += 1;
      if (shift !== 0) moved += 1;
      byTrajectory.get(id)?.push(shift);
    });
    if (looked > 0) counts.n += 1;
    if (moved > 0) counts.moved += 1;
  }
  return { people: counts, byTrajectory };
}

/** Points of the scale towards the trajectory (above 0) or away from it; nothing without two stances. */
function shiftOf(ballot: number): number | undefined {
  const [first, now] = [firstOpinionOf(ballot), opinionOf(ballot)];
  const isPair = first >= 0 && first < places.dontKnow && now >= 0 && now < places.dontKnow;
  return isPair ? now - first : undefined;
}

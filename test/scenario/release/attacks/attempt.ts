import { type Seen, shownOn } from './attacked.ts';
import { type Citizen, type Side, sideOf, trajectories } from './crowd.ts';
import { beliefs, guessOf } from './posterior.ts';
import { sightingsOn } from './sightings.ts';

/** One guess at one person's view on one trajectory. */
export interface Attempt {
  readonly truth: Side;
  /** By whoever sees one state alone: what it shows most of. */
  readonly fromState: Side;
  /** By whoever sees it alone, and knows what the puppets said. */
  readonly fromOne: Side;
  readonly byAttack: Side;
}

/** Whom the attacker is after, and what they look at. */
export interface Aim {
  readonly victim: Citizen;
  /** Of each, the people are among those of the next in this order. */
  readonly states: readonly Seen[];
  /** The state that anyone would guess from. */
  readonly shown: Seen | undefined;
}

/** A guess at each view of the victim that figures are shown on. */
export function attempts(
  { victim, states, shown }: Aim,
  on: readonly string[] = trajectories,
): readonly Attempt[] {
  return on.flatMap((trajectory) => {
    const stance = victim.views[trajectory];
    const figures = shown && shownOn(shown, trajectory);
    if (shown === undefined || figures === undefined || stance === undefined) return [];
    const { wish, refuse } = figures;
    return [
      {
        truth: sideOf(stance),
        fromState: guessOf({ for: wish, against: refuse, neither: 1 - wish - refuse }),
        fromOne: guess(victim, trajectory, [shown]),
        byAttack: guess(victim, trajectory, states),
      },
    ];
  });
}

/** Who is in no state at all may think as any other. */
function guess(victim: Citizen, trajectory: string, states: readonly Seen[]): Side {
  const people = [...new Set([...states.flatMap(({ honest }) => honest), victim])];
  const examiners = people.filter(({ views }) => trajectory in views);
  const belief = beliefs(examiners.length, sightingsOn(trajectory, states))[examiners.indexOf(victim)];
  if (belief === undefined) throw new Error('The victim is no examiner');
  return guessOf(belief);
}

import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { type Figures, type GroupScenario, knownIn } from '#domain/results/group-scenario.ts';

type Ballots = Participant['ballots'];

/** What somebody may look at again: of what the result shows, what they gave a view of and have not looked at again yet. */
export interface SecondLook {
  readonly trajectory: string;
  readonly figures: Figures;
}

/**
 * Where somebody stands furthest from the group first: their stance, as -1..1, beside how many more support than oppose, as -1..1.
 * What they said they do not know of comes last; equals in the order of the result.
 */
export function toLookAgain(ballots: Ballots, scenario: GroupScenario): readonly SecondLook[] {
  return knownIn(scenario)
    .flatMap(({ trajectory, figures }) => {
      const ballot = givenBallot(ballots, trajectory);
      if (ballot === undefined || ballot.second !== undefined) return [];
      return [{ trajectory, figures, gap: gapOf(ballot.stance, figures) }];
    })
    .toSorted((a, b) => b.gap - a.gap)
    .map(({ trajectory, figures }) => ({ trajectory, figures }));
}

function gapOf(stance: number | 'dont-know', { support, opposition }: Figures): number {
  return stance === 'dont-know' ? -1 : Math.abs(stance / 2 - (support.share - opposition.share));
}

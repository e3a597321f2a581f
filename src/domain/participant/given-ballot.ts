import type { Ballot } from './ballot.ts';
import type { Participant } from './participant.ts';

/** What somebody said of a trajectory; nothing where they passed it over, or have not come to it. */
export function givenBallot(ballots: Participant['ballots'], trajectory: string): Ballot | undefined {
  const given = ballots[trajectory];
  return given === 'skipped' ? undefined : given;
}

import type { Ballot } from '#domain/participant/ballot.ts';
import { type Participant, saidOfThemselves } from '#domain/participant/participant.ts';

/** What the statistics know of one person: nothing they wrote. */
export interface Contribution {
  /** When a ballot or the profile last changed. */
  readonly castAt: string;
  /** Empty: declined or not said. */
  readonly roles: readonly string[];
  /** Absent: declined or not said. */
  readonly territory?: string;
  readonly ballots: Readonly<Record<string, CountedBallot>>;
}

/** A ballot without its free text. */
export interface CountedBallot extends Pick<Ballot, 'stance' | 'horizon' | 'kept' | 'benefits'> {
  /** The stance of before a second round; absent: it was not looked at again. */
  readonly first?: Ballot['stance'];
  /** An exact result of before does not have it. */
  readonly late?: true | undefined;
}

/** What a person brings to the group; nothing without consent or without a ballot. */
export function contributionOf(participant: Participant): Contribution | undefined {
  const { consent, castAt, startedAt } = participant;
  const ballots = Object.entries(participant.ballots).flatMap(([id, ballot]) =>
    ballot === 'skipped' ? [] : [[id, counted(ballot)] as const],
  );
  if (consent === undefined || ballots.length === 0) return undefined;
  return {
    castAt: castAt ?? startedAt,
    ...saidOfThemselves(participant),
    ballots: Object.fromEntries(ballots),
  };
}

function counted({ stance, horizon, kept, benefits, second, late }: Ballot): CountedBallot {
  return {
    ...{ stance, kept, benefits },
    ...(horizon && { horizon }),
    ...(second && { first: second.first }),
    ...(late && { late }),
  };
}

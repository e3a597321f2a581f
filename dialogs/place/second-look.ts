import type { Trajectory } from '#domain/catalogue/catalogue.ts';
import { trajectoryOf } from '#domain/catalogue/trajectory-of.ts';
import { openRound } from '#domain/consultation/second-round.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { figuresIn, type ResultKind } from '#domain/results/group-scenario.ts';
import { type SecondLook, toLookAgain } from '#scenario/second-look.ts';
import type { World } from '../world.ts';

/** A view that is looked at again, beside what the first result says of it. */
export interface SecondLookPlace extends Changing {
  readonly at: 'second-look';
  readonly trajectory: Trajectory;
  readonly given: Ballot['stance'];
  readonly group: {
    readonly kind: ResultKind;
    readonly n: number;
    readonly support: number;
    readonly opposition: number;
  };
}

/** They wish to change it, for the reason that they began to write. */
interface Changing {
  readonly change?: true;
  readonly reason?: string;
  readonly shared?: true;
}

type Focus = Extract<Participant['focus'], { on: 'second-look' }>;

export const changeOf = ({ change, reason, shared }: Focus): Changing => ({
  ...(change && { change }),
  ...(reason && { reason }),
  ...(shared && { shared }),
});

/**
 * What is left for somebody to look at again, furthest from the group first; nothing while no second round is open. Of each it shows
 * what they gave a view of already, so that nothing leads them on what is still to come.
 */
export function looksLeft(person: Participant, { consultation, now }: World): readonly SecondLook[] {
  const round = openRound(consultation, now);
  if (round === undefined || person.consent === undefined) return [];
  return toLookAgain(person.ballots, round.first.scenario);
}

/** The place of a view to look at again, or one looked at already; nothing where there is no view, no figure or no round. */
export function secondLookAt(
  id: string,
  person: Participant,
  { consultation, now, catalogue }: World,
): SecondLookPlace | undefined {
  const round = openRound(consultation, now);
  const ballot = givenBallot(person.ballots, id);
  if (round === undefined || ballot === undefined) return undefined;
  const figures = figuresIn(round.first.scenario).get(id);
  const trajectory = trajectoryOf(catalogue, id);
  if (figures === undefined || trajectory === undefined) return undefined;
  const { n, support, opposition } = figures;
  const group = { kind: round.first.kind, n, support: support.share, opposition: opposition.share };
  return { at: 'second-look', trajectory, given: ballot.stance, group };
}

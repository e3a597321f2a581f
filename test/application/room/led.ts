import type { Application } from '#application/parts.ts';
import { beginSession } from '#application/room/begin-session.ts';
import { castVote } from '#application/room/cast-vote.ts';
import { type Lead, leadSession, placeOf } from '#application/room/lead-session.ts';
import type { Stance } from '#domain/participant/ballot.ts';
import type { LiveSession } from '#domain/room/live-session.ts';
import { currentRound } from '#domain/room/round-steps.ts';
import { catalogue, newConsultation } from '../../conversations/world.ts';
import { member } from '../made.ts';

export const lise = member('facilitator');
export const code = newConsultation().id;
export const trajectory = catalogue.domains[0]?.trajectories[0]?.id ?? '';

export const begun = async (application: Application): Promise<LiveSession> => {
  const began = await beginSession(application, lise, { code });
  if (began.outcome !== 'done') throw new Error(began.outcome);
  return began.session;
};

export const now = (application: Application, { id }: LiveSession) =>
  application.store.load('live-session', id);

/** Leads from where the room is. */
export async function lead(application: Application, session: LiveSession, step: Lead): Promise<LiveSession> {
  const is = (await now(application, session)) ?? session;
  const at = placeOf(is, application.now());
  const led = await leadSession(application, lise, { code, session: session.id, at, lead: step });
  if (led.outcome !== 'done') throw new Error(JSON.stringify(led));
  return led.session;
}

export const vote = async (
  application: Application,
  session: LiveSession,
  device: string,
  stance: Stance,
): Promise<string> => {
  const round = currentRound((await now(application, session)) ?? session);
  if (round === undefined) throw new Error('Nothing is asked');
  const wish = { code, session: session.id, round: round.id, vote: round.vote, stance, device };
  return (await castVote(application, wish)).outcome;
};

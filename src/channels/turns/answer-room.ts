import type { Application } from '#application/parts.ts';
import { castVote } from '#application/room/cast-vote.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Submit } from '#domain/conversation/submit.ts';
import { toldState } from '#domain/room/round-steps.ts';
import type { KeyMaker } from '../keys.ts';
import type { IncomingActivity } from '../wire.ts';

/** Keeps what somebody answers to a room from a channel, and what they alone see of it. */
export type AnswerRoom = (
  activity: Pick<IncomingActivity, 'channelId' | 'from'>,
  submit: Extract<Submit, { act: 'room' }>,
  consultation: Pick<Consultation, 'id'>,
) => Promise<Reply>;

type Parts = Pick<Application, 'store' | 'now' | 'voting' | 'votesOf'>;

export function createAnswerRoom(application: Parts, keys: Pick<KeyMaker, 'person'>): AnswerRoom {
  const { store, now } = application;
  return async ({ channelId, from }, { session: id, round: asked, vote, stance }, { id: code }) => {
    // A person of a channel is one device, whatever they hold in their hands.
    const device = keys.person(channelId, from.id);
    const { outcome } = await castVote(application, {
      code,
      session: id,
      round: asked,
      vote,
      stance,
      device,
    });
    const session = await store.load('live-session', id);
    const round = session?.rounds.find((one) => one.id === asked);
    if (session?.consultation !== code || round === undefined) return { label: 'stale' };
    const state = toldState(session, round, now());
    const came = outcome === 'done' ? { mine: stance } : { came: outcome };
    return { label: 'room', state, session: id, round, ...came };
  };
}

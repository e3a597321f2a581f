import type { Stance } from '#domain/participant/ballot.ts';
import type { LiveSession, Round } from '#domain/room/live-session.ts';
import type { Answered } from '#domain/room/live-vote.ts';
import { currentRound, toldState } from '#domain/room/round-steps.ts';

/** What somebody's phone shows of a room: nothing is asked, or a round with what this device answered in it. */
export type PhoneView =
  | { readonly state: 'nothing' | 'between' }
  | {
      readonly state: 'waiting' | 'open' | 'hidden' | 'revealed' | 'paused';
      readonly session: string;
      readonly round: Round;
      /** In the vote at hand, and in the one before. */
      readonly mine?: Stance | undefined;
      readonly before?: Stance | undefined;
    };

/** What a phone shows at this time. */
export function phoneView(
  session: LiveSession | undefined,
  answered: Answered | undefined,
  now: string,
): PhoneView {
  if (session === undefined || session.endedAt !== undefined) return { state: 'nothing' };
  const round = currentRound(session);
  const state = round && toldState(session, round, now);
  if (round === undefined || state === undefined || state === 'closed') return { state: 'between' };
  const { first, second } = answered ?? {};
  const own = round.vote === 1 ? { mine: first } : { mine: second, before: first };
  return { state, session: session.id, round, ...own };
}

import { createHmac } from 'node:crypto';
import type { Stance } from '#domain/participant/ballot.ts';
import { roomBounds } from '#domain/room/live-session.ts';
import type { LiveVote } from '#domain/room/live-vote.ts';
import { roundTaking } from '#domain/room/round-steps.ts';
import type { Application } from '../parts.ts';

export interface VoteWish {
  readonly code: string;
  readonly session: string;
  /** The round and the vote that the page showed: what comes late is not counted in another one. */
  readonly round: string;
  readonly vote: 1 | 2;
  readonly stance: Stance;
  /** The key that the device keeps; only a hash of it is kept here. */
  readonly device: string;
}

/** `late`: that vote takes no answers now; `full`: more devices answered than any room holds. */
export type VoteOutcome = { readonly outcome: 'done' | 'late' | 'full' };

type Parts = Pick<Application, 'store' | 'now' | 'voting' | 'votesOf'>;

/** Keeps what somebody in a room answers, in the place of what the same device answered in that vote; durable once it resolves. */
export function castVote(parts: Parts, wish: VoteWish): Promise<VoteOutcome> {
  return parts.voting.note(wish.round, cast(parts, wish));
}

async function cast({ store, now, votesOf }: Parts, wish: VoteWish): Promise<VoteOutcome> {
  const { code, round, vote, stance } = wish;
  /** The session, while it takes this vote. */
  const taking = async () => {
    const its = await store.load('live-session', wish.session);
    const open = its && roundTaking(its, now());
    return its?.consultation === code && open?.id === round && open.vote === vote ? its : undefined;
  };
  let session = await taking();
  if (session?.secret === undefined) return { outcome: 'late' };
  const id = voteId(session.secret, wish);
  const before = await store.load('live-vote', id);
  if (before === undefined && (await votesOf(round)).length >= roomBounds.devices) return { outcome: 'full' };
  let tries = 0;
  const change = async (kept: LiveVote | undefined): Promise<LiveVote | undefined> => {
    // Whoever leads may have taken the room on, on another node.
    if (tries++ > 0) session = await taking();
    const given = vote === 1 ? { first: stance } : { second: stance };
    if (session === undefined || (kept !== undefined && (vote === 1 ? kept.first : kept.second) === stance))
      return kept;
    const whose = { schema: 1, id, version: 0, consultation: code, session: session.id, round } as const;
    return { ...(kept ?? whose), ...given };
  };
  await store.update(
    'live-vote',
    id,
    change,
    () => session && { kind: 'live-session', id: session.id, version: session.version },
  );
  if (session === undefined) return { outcome: 'late' };
  // All of the session went meanwhile: what came after it goes as well.
  if ((await store.load('live-session', session.id))?.secret === undefined) {
    await store.erase('live-vote', id);
    return { outcome: 'late' };
  }
  return { outcome: 'done' };
}

/** The same device has another id in each round: nobody tells by them that two answers are of one. */
export const voteId = (secret: string, { round, device }: Pick<VoteWish, 'round' | 'device'>): string =>
  `${round}-${createHmac('sha256', secret)
    .update(JSON.stringify([round, device]))
    .digest('hex')
    .slice(0, 32)}`;

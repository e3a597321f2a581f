import { without } from '#domain/consultation/without.ts';
import type { LiveSession } from '#domain/room/live-session.ts';
import { allOf } from '#store/all-of.ts';
import { type Actor, program, refusal } from '../actor.ts';
import { type Application, missing, type NotDone } from '../parts.ts';

type Parts = Pick<Application, 'store' | 'audit' | 'now' | 'voting'>;

/** Ends a session: what was revealed stays, and each vote goes, with what told that two of them are of one device. */
export async function endSession(
  parts: Parts,
  actor: Actor,
  { code, session: id }: { readonly code: string; readonly session: string },
): Promise<{ readonly outcome: 'done' } | NotDone> {
  const { store } = parts;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const session = await store.load('live-session', id);
  if (session?.consultation !== code) return missing;
  if (session.endedAt === undefined) await end(session, actor, parts);
  return { outcome: 'done' };
}

/** A session that nobody ended is over the day after, in milliseconds. */
const longestMs = 24 * 3_600_000;

/** Ends the sessions that nobody ended, and goes on with what a stop cut short. */
export async function lookAtSessions(parts: Parts): Promise<void> {
  const { store, now } = parts;
  const left = new Set((await allOf(store, 'live-vote')).map((vote) => vote.session));
  for (const session of await allOf(store, 'live-session')) {
    const isOver = session.endedAt !== undefined;
    // Of one that went as it should, nothing is left to look for.
    if (isOver && (session.secret !== undefined || left.has(session.id))) await eraseVotes(session, parts);
    if (isOver) continue;
    if (Date.parse(now()) - Date.parse(session.startedAt) > longestMs) await end(session, program, parts);
  }
}

async function end({ id, consultation }: LiveSession, actor: Actor, parts: Parts): Promise<void> {
  const { store, audit, now } = parts;
  const ended = await store.update('live-session', id, (session) =>
    session === undefined || session.endedAt !== undefined
      ? undefined
      : { ...without(session, 'current', 'pausedAt'), rounds: session.rounds.map(closed), endedAt: now() },
  );
  if (ended.outcome === 'unchanged') return;
  await audit.write(actor, { action: 'room-ended', consultation });
  await eraseVotes(ended.record, parts);
}

const closed = (round: LiveSession['rounds'][number]): LiveSession['rounds'][number] => ({
  ...without(round, 'endsAt'),
  state: 'closed',
});

/** The votes first: what joins them to devices is of no use without them. In backups too. */
async function eraseVotes({ id, rounds }: LiveSession, { store, voting }: Parts): Promise<void> {
  for (const round of rounds) await voting.over(round.id);
  const votes = await allOf(store, 'live-vote', (vote) => vote.session === id);
  if (votes.length > 0)
    await store.eraseMany(
      'live-vote',
      votes.map((vote) => vote.id),
    );
  if ((await store.load('live-session', id))?.secret !== undefined)
    await store.forget('live-session', id, (session) =>
      session.secret === undefined ? session : without(session, 'secret'),
    );
}

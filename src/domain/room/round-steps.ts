import { without } from '../consultation/without.ts';
import type { LiveSession, Movement, Round, Subject, VoteResult } from './live-session.ts';
import { roomBounds } from './live-session.ts';

/** What the facilitator does with the round that the room is at, or with the whole session. */
export type RoomStep =
  | { readonly act: 'ask'; readonly id: string; readonly subject: Subject }
  /** `seconds`: until it takes no more answers; 0: as long as one likes. */
  | { readonly act: 'open' | 'again'; readonly seconds: number }
  | { readonly act: 'stop' | 'close' | 'pause' | 'resume' | 'longer' }
  | { readonly act: 'reveal'; readonly result: VoteResult; readonly movement?: Movement };

/** By how much `longer` moves the end of a vote, in milliseconds. */
const longerMs = 60_000;

/** The round that the room is at. */
export const currentRound = ({
  rounds,
  current,
}: Pick<LiveSession, 'rounds' | 'current'>): Round | undefined => rounds.find(({ id }) => id === current);

/** What the room was shown of the same question in its other rounds. */
export const toldOf = ({ rounds }: Pick<LiveSession, 'rounds'>, { id, subject }: Round): VoteResult[] =>
  rounds
    .filter((one) => one.id !== id && asks(one.subject) === asks(subject))
    .flatMap(({ first, second }) => [first, second].filter((one) => one !== undefined));

/** A question, however its points are called and whatever its letters. */
const asks = (subject: Subject): string =>
  subject.kind === 'trajectory'
    ? `trajectory ${subject.trajectory}`
    : `own ${subject.question
        .toLocaleLowerCase('fr')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()}`;

/** The state of a round at this time: one whose time is over takes no more answers. */
export const stateAt = ({ state, endsAt }: Pick<Round, 'state' | 'endsAt'>, now: string): Round['state'] =>
  state === 'open' && endsAt !== undefined && endsAt <= now ? 'hidden' : state;

/** The same as people are told it: while its session stands still, it does too. */
export const toldState = (
  { pausedAt }: Pick<LiveSession, 'pausedAt'>,
  round: Pick<Round, 'state' | 'endsAt'>,
  now: string,
): Round['state'] | 'paused' => (pausedAt === undefined ? stateAt(round, now) : 'paused');

/** The round that takes answers now, if any does. */
export function roundTaking(session: LiveSession, now: string): Round | undefined {
  if (session.endedAt !== undefined || session.pausedAt !== undefined) return undefined;
  const round = currentRound(session);
  return round !== undefined && stateAt(round, now) === 'open' ? round : undefined;
}

/** The session after a step; nothing where it does not fit. */
export function stepped(session: LiveSession, step: RoomStep, now: string): LiveSession | undefined {
  if (session.endedAt !== undefined) return undefined;
  if (session.pausedAt !== undefined)
    return step.act === 'resume' ? resumed(session, session.pausedAt, now) : undefined;
  if (step.act === 'pause') return { ...session, pausedAt: now };
  const round = currentRound(session);
  if (step.act === 'ask') return round === undefined ? asked(session, step) : undefined;
  const next = round && roundAfter(round, step, now);
  if (next === undefined) return undefined;
  const rounds = session.rounds.map((one) => (one.id === next.id ? next : one));
  return next.state === 'closed' ? without({ ...session, rounds }, 'current') : { ...session, rounds };
}

function asked(session: LiveSession, { id, subject }: Extract<RoomStep, { act: 'ask' }>) {
  if (session.rounds.length >= roomBounds.rounds) return undefined;
  const round: Round = { id, subject, state: 'waiting', vote: 1 };
  return { ...session, rounds: [...session.rounds, round], current: id };
}

/** The time that was left is left again. */
function resumed(session: LiveSession, since: string, now: string): LiveSession {
  const late = Date.parse(now) - Date.parse(since);
  const rounds = session.rounds.map((round) =>
    round.state === 'open' && round.endsAt !== undefined && round.endsAt > since
      ? { ...round, endsAt: later(round.endsAt, late) }
      : round,
  );
  return without({ ...session, rounds }, 'pausedAt');
}

type OfRound = Exclude<RoomStep, { act: 'ask' }>;

function roundAfter(round: Round, step: OfRound, now: string): Round | undefined {
  const state = stateAt(round, now);
  switch (step.act) {
    case 'open':
      return state === 'waiting' ? opened(round, step.seconds, now) : undefined;
    case 'again':
      return state === 'revealed' && round.vote === 1
        ? opened({ ...round, vote: 2 }, step.seconds, now)
        : undefined;
    case 'stop':
      // Whether or not its time is over by the clock: from here on nothing is saved by what it was.
      return round.state === 'open' ? { ...without(round, 'endsAt'), state: 'hidden' } : undefined;
    case 'longer':
      return state === 'open' && round.endsAt !== undefined
        ? { ...round, endsAt: later(round.endsAt, longerMs) }
        : undefined;
    case 'reveal':
      return state === 'hidden' ? revealed(round, step) : undefined;
    case 'close':
      return { ...without(round, 'endsAt'), state: 'closed' };
    case 'pause':
    case 'resume':
      return undefined;
  }
}

function opened(round: Round, seconds: number, now: string): Round {
  const open: Round = { ...without(round, 'endsAt'), state: 'open' };
  return seconds > 0 ? { ...open, endsAt: later(now, seconds * 1000) } : open;
}

function revealed(round: Round, { result, movement }: Extract<RoomStep, { act: 'reveal' }>): Round {
  const done: Round = { ...without(round, 'endsAt'), state: 'revealed' };
  if (round.vote === 1) return { ...done, first: result };
  return { ...done, second: result, ...(movement && { movement }) };
}

const later = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();

import { isRunning, type LiveSession } from '#domain/room/live-session.ts';
import type { LiveVote } from '#domain/room/live-vote.ts';
import { currentRound } from '#domain/room/round-steps.ts';
import type { Change, Store } from '#store/store.ts';
import { debounce } from './debounce.ts';

/** What goes on in the rooms of consultations, fed by the changes of the store; what was there before the start is counted first. */
export interface RoomProjection {
  /** The sessions of a consultation, the latest first. */
  sessionsOf(consultation: string): Promise<readonly LiveSession[]>;
  /** The session of a consultation that goes on still, where one does. */
  runningIn(consultation: string): Promise<LiveSession | undefined>;
  /** What was answered in a round. */
  votesOf(round: string): Promise<readonly LiveVote[]>;
  /**
   * Told when something changed in the room of a consultation, a few times a second at most; returns the way to stop listening.
   * `steps`: what the facilitator did alone, at once.
   */
  watch(consultation: string, what: 'steps' | 'all', listener: () => void): () => void;
}

/** Soon enough that the number on the screen seems to follow each tap. */
const tellMs = 200;

export function createRoomProjection(store: Pick<Store, 'changes' | 'watch'>): RoomProjection {
  const sessions = new Map<string, LiveSession>();
  const rounds = new Map<string, Map<string, LiveVote>>();
  /** In which round an erased vote stood. */
  const roundOf = new Map<string, string>();
  const listeners = new Map<string, Set<Listener>>();
  const alarms = createAlarms((code) => {
    for (const one of listeners.get(code) ?? []) one.step();
  });
  const take = (change: Change) => {
    if (change.kind === 'live-session') {
      alarms.set(change.id, change.record);
      return takeSession(change, sessions);
    }
    return change.kind === 'live-vote' ? takeVote(change, rounds, roundOf) : undefined;
  };
  const fresh = new Set<string>();
  let counting = true;
  store.watch((change) => {
    const code = take(change);
    if (counting) fresh.add(`${change.kind} ${change.id}`);
    if (code === undefined) return;
    for (const one of listeners.get(code) ?? []) change.kind === 'live-session' ? one.step() : one.vote();
  });
  const ready = (async () => {
    for (const kind of ['live-session', 'live-vote'] as const)
      for await (const change of store.changes(kind, 0)) if (!fresh.has(`${kind} ${change.id}`)) take(change);
    counting = false;
    fresh.clear();
  })();
  // Whoever waits for it is told of a failure.
  ready.catch(() => {});
  return {
    async sessionsOf(consultation) {
      await ready;
      return [...sessions.values()]
        .filter((one) => one.consultation === consultation)
        .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    },
    async runningIn(consultation) {
      await ready;
      return [...sessions.values()].find((one) => one.consultation === consultation && isRunning(one));
    },
    async votesOf(round) {
      await ready;
      return [...(rounds.get(round)?.values() ?? [])];
    },
    watch(consultation, what, tell) {
      const listener = { step: tell, vote: what === 'all' ? debounce(tell, tellMs) : () => {} };
      const its = listeners.get(consultation) ?? new Set();
      listeners.set(consultation, its.add(listener));
      return () => {
        its.delete(listener);
        if (its.size === 0) listeners.delete(consultation);
      };
    },
  };
}

/** When a vote takes no more answers by itself, that is a step too. */
function createAlarms(ring: (consultation: string) => void) {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    set(id: string, session: LiveSession | undefined): void {
      clearTimeout(timers.get(id));
      timers.delete(id);
      const round = session && currentRound(session);
      if (round?.state !== 'open' || round.endsAt === undefined || session?.pausedAt !== undefined) return;
      const left = Date.parse(round.endsAt) - Date.now();
      if (left <= 0) return;
      const { consultation = '' } = session ?? {};
      timers.set(id, setTimeout(() => ring(consultation), left + afterMs).unref());
    },
  };
}

/** A timer of Node's may ring a moment early. */
const afterMs = 30;

interface Listener {
  readonly step: () => void;
  readonly vote: () => void;
}

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** Returns whose room it is. */
function takeSession({ id, record }: Of<'live-session'>, sessions: Map<string, LiveSession>) {
  const code = record?.consultation ?? sessions.get(id)?.consultation;
  if (record === undefined) sessions.delete(id);
  else sessions.set(id, record);
  return code;
}

function takeVote(
  { id, record }: Of<'live-vote'>,
  rounds: Map<string, Map<string, LiveVote>>,
  roundOf: Map<string, string>,
) {
  const round = record?.round ?? roundOf.get(id);
  if (round === undefined) return undefined;
  const votes = rounds.get(round) ?? new Map<string, LiveVote>();
  const code = (record ?? votes.get(id))?.consultation;
  if (record === undefined) {
    votes.delete(id);
    roundOf.delete(id);
  } else {
    votes.set(id, record);
    roundOf.set(id, round);
  }
  if (votes.size === 0) rounds.delete(round);
  else rounds.set(round, votes);
  return code;
}

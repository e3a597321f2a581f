import { setTimeout as pause } from 'node:timers/promises';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import { type Store, StoreUnavailable } from '#store/store.ts';
import { createFeedDigests, type DigestHolder } from './feed-digests.ts';

/** Told of every consultation and every participant: those that are there, then each change; absent: erased. */
export interface ChangeSubscriber extends Partial<DigestHolder> {
  consultation?(consultation: Consultation): void;
  /** What was last shown of a consultation by role and kind of territory; before the start alone. */
  crossTabulation?(last: CrossTabulation): void;
  participant(id: string, person: Participant | undefined, how: 'counted' | 'changed'): void;
}

/** One reading of the store for all who subscribe to it. */
export interface ChangeFeed {
  /** Settles once everyone of before the start has been told of. */
  readonly ready: Promise<void>;
  /** Whether they have been. */
  isReady(): boolean;
  /** Subscribers take their places before the feed starts. */
  add(subscriber: ChangeSubscriber): void;
  start(): void;
  /** Reads no more of a store that is closed. */
  stop(): void;
}

/** Before a store that did not answer is read again, in milliseconds. */
const again = 1_000;

export function createChangeFeed(store: Store): ChangeFeed {
  const subscribers: ChangeSubscriber[] = [];
  const digests = createFeedDigests(subscribers);
  const ready = Promise.withResolvers<void>();
  // Whoever waits for it is told of a failure; where nobody does, there is nobody to tell.
  ready.promise.catch(() => {});
  let [isReady, isStopped] = [false, false];
  const consultation = (one: Consultation) => {
    digests.consultation(one);
    for (const subscriber of subscribers) subscriber.consultation?.(one);
  };
  const participant = (id: string, person: Participant | undefined, how: 'counted' | 'changed') => {
    digests.participant(id, person);
    for (const subscriber of subscribers) subscriber.participant(id, person, how);
  };
  /** Who changes meanwhile is told of as they do, and is not told of again as they were. */
  const fresh = new Set<string>();
  /** Who is told of already: a reading that broke off goes on with the others. */
  const known = new Set<string>();
  let counting = true;
  const read = async () => {
    for await (const { record } of store.changes('consultation', 0))
      if (record !== undefined) consultation(record);
    for await (const { record } of store.changes('cross-tabulation', 0))
      for (const subscriber of subscribers) if (record !== undefined) subscriber.crossTabulation?.(record);
    await store.digests?.read(digests.form, (id, digest) => {
      const isTold = known.has(id) || fresh.has(id) || digests.restore(id, digest);
      if (isTold) known.add(id);
      return isTold;
    });
    for await (const { id, record } of store.changes('participant', 0, known)) {
      if (!fresh.has(id)) participant(id, record, 'counted');
      known.add(id);
    }
  };
  const start = async () => {
    store.watch(({ kind, id, record }) => {
      if (kind === 'consultation' && record !== undefined) consultation(record);
      if (kind !== 'participant') return;
      if (counting) fresh.add(id);
      participant(id, record, 'changed');
    });
    while (!(await read().then(() => true, unlessAway))) await pause(again, undefined, { ref: false });
    counting = false;
    isReady = true;
    for (const held of [fresh, known]) held.clear();
    store.digests?.keep(digests.form, digests.of);
  };
  /** A store that is away for a moment is read once it is back; one that is closed is read no more. */
  const unlessAway = (error: unknown): false => {
    if (isStopped || !(error instanceof StoreUnavailable)) throw error;
    return false;
  };
  return {
    ready: ready.promise,
    isReady: () => isReady,
    add: (subscriber) => void subscribers.push(subscriber),
    start: () => void start().then(ready.resolve, ready.reject),
    stop() {
      isStopped = true;
    },
  };
}

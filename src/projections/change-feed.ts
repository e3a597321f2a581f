import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import type { Store } from '#store/store.ts';
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
}

export function createChangeFeed(store: Store): ChangeFeed {
  const subscribers: ChangeSubscriber[] = [];
  const digests = createFeedDigests(subscribers);
  const ready = Promise.withResolvers<void>();
  // Whoever waits for it is told of a failure; where nobody does, there is nobody to tell.
  ready.promise.catch(() => {});
  let isReady = false;
  const consultation = (one: Consultation) => {
    digests.consultation(one);
    for (const subscriber of subscribers) subscriber.consultation?.(one);
  };
  const participant = (id: string, person: Participant | undefined, how: 'counted' | 'changed') => {
    digests.participant(id, person);
    for (const subscriber of subscribers) subscriber.participant(id, person, how);
  };
  /** Who changes meanwhile is told of as they do, and is not told of again as they were. */
  const read = async () => {
    const fresh = new Set<string>();
    let [areConsultationsKnown, counting] = [false, true];
    store.watch(({ kind, id, record }) => {
      if (kind === 'consultation' && record !== undefined) consultation(record);
      // Nobody could tell where they belong yet; they are read below, as they are by then.
      if (kind !== 'participant' || !areConsultationsKnown) return;
      if (counting) fresh.add(id);
      participant(id, record, 'changed');
    });
    for await (const { record } of store.changes('consultation', 0))
      if (record !== undefined) consultation(record);
    areConsultationsKnown = true;
    for await (const { record } of store.changes('cross-tabulation', 0))
      for (const subscriber of subscribers) if (record !== undefined) subscriber.crossTabulation?.(record);
    const restored = await store.digests?.read(
      digests.form,
      (id, digest) => fresh.has(id) || digests.restore(id, digest),
    );
    for await (const { id, record } of store.changes('participant', 0, restored))
      if (!fresh.has(id)) participant(id, record, 'counted');
    counting = false;
    isReady = true;
    store.digests?.keep(digests.form, digests.of);
  };
  return {
    ready: ready.promise,
    isReady: () => isReady,
    add: (subscriber) => void subscribers.push(subscriber),
    start: () => void read().then(ready.resolve, ready.reject),
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import { type Store, StoreUnavailable } from '#store/store.ts';
import { createFeedDigests, type DigestHolder, type FeedDigests } from './feed-digests.ts';

/** Told of every consultation and every participant: those that are there, then each change; absent: erased. */
export interface ChangeSubscriber extends Partial<DigestHolder> {
  consultation?(consultation: Consultation): void;
  /** What was last shown of a consultation by role and kind of territory; before the start alone. */
  crossTabulation?(last: CrossTabulation): void;
  participant(id: string, person: Participant | undefined, how: 'counted' | 'changed'): void;
}

/** Tells all who subscribe. */
type Teller = Required<Omit<ChangeSubscriber, keyof DigestHolder>>;

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
  /** What it tells of now: those who are there, or changes alone. */
  let now: 'consultations' | 'people' | 'changes' = 'consultations';
  let isStopped = false;
  const tell: Teller = {
    consultation(one) {
      digests.consultation(one);
      for (const subscriber of subscribers) subscriber.consultation?.(one);
    },
    crossTabulation(last) {
      for (const subscriber of subscribers) subscriber.crossTabulation?.(last);
    },
    participant(id, person, how) {
      digests.participant(id, person);
      for (const subscriber of subscribers) subscriber.participant(id, person, how);
    },
  };
  const start = async () => {
    /** Who changes meanwhile is told of as they do, and is not told of again as they were. */
    const fresh = new Set<string>();
    const read = createReading(store, digests, tell, fresh, () => {
      now = 'people';
    });
    store.watch(({ kind, id, record }) => {
      if (kind === 'consultation' && record !== undefined) tell.consultation(record);
      // Nobody could tell where they belong before consultations are known; they are read after those, as they are by then.
      if (kind !== 'participant' || now === 'consultations') return;
      if (now === 'people') fresh.add(id);
      tell.participant(id, record, 'changed');
    });
    while (!(await isWhole(read, () => isStopped))) await pause(again, undefined, { ref: false });
    now = 'changes';
    fresh.clear();
    store.digests?.keep(digests.form, digests.of);
  };
  return {
    ready: ready.promise,
    isReady: () => now === 'changes',
    add: (subscriber) => void subscribers.push(subscriber),
    start: () => void start().then(ready.resolve, ready.reject),
    stop() {
      isStopped = true;
    },
  };
}

/** Tells of all who are there, but those who are told of otherwise; one that broke off goes on with who is left. */
function createReading(
  store: Store,
  digests: FeedDigests,
  tell: Teller,
  fresh: ReadonlySet<string>,
  onConsultations: () => void,
): () => Promise<void> {
  const told = new Set<string>();
  return async () => {
    for await (const { record } of store.changes('consultation', 0))
      if (record !== undefined) tell.consultation(record);
    onConsultations();
    for await (const { record } of store.changes('cross-tabulation', 0))
      if (record !== undefined) tell.crossTabulation(record);
    await store.digests?.read(digests.form, (id, digest) => {
      const isTold = told.has(id) || fresh.has(id) || digests.restore(id, digest);
      if (isTold) told.add(id);
      return isTold;
    });
    for await (const { id, record } of store.changes('participant', 0, told)) {
      if (!fresh.has(id)) tell.participant(id, record, 'counted');
      told.add(id);
    }
  };
}

/** Whether a reading came to its end. A store that is away for a moment is read once it is back, and one that is closed no more. */
async function isWhole(read: () => Promise<void>, isStopped: () => boolean): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (error) {
    if (isStopped() || !(error instanceof StoreUnavailable)) throw error;
    return false;
  }
}

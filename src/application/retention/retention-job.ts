import type { RecordKind } from '#domain/records/records.ts';
import type { Change, Store } from '#store/store.ts';
import type { Application } from '../parts.ts';
import { isPeoples } from './erase-people.ts';
import { lookAtRetention } from './look-at-retention.ts';

/** Carries out what people were told of how long their answers are kept. */
export interface RetentionJob {
  /** Looks as soon as everybody is counted, and then every hour. */
  start(): void;
  /** Looks as soon as what is at work is over: there is something to erase. */
  wake(): void;
  /** Settles once nothing is at work; an erasure that has begun goes on at the next start. */
  close(): Promise<void>;
}

interface JobParts {
  readonly application: Application;
  /** Settles once everybody of before the start is counted. */
  readonly ready: Promise<void>;
  readonly failed: (error: unknown) => void;
}

const everyMs = 3_600_000;

export function createRetentionJob({ application, ready, failed }: JobParts): RetentionJob {
  const { store } = application;
  const stop = new AbortController();
  const stopping = stop.signal;
  let atWork = Promise.resolve();
  const inTurn = (work: () => Promise<unknown>) => {
    const next = async () => void (stopping.aborted || (await work()));
    atWork = atWork.then(next).catch(failed);
  };
  const wake = () => inTurn(() => lookAtRetention({ application, stopping, failed }));
  const unwatch = store.watch(lateIn(store, (kind, id) => inTurn(() => store.eraseMany(kind, [id]))));
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      // Before that nothing is known of last answers; who waits for it in vain is told elsewhere.
      ready.then(wake, () => {});
      timer = setInterval(wake, everyMs).unref();
    },
    wake,
    async close() {
      stop.abort();
      clearInterval(timer);
      unwatch();
      await atWork;
    },
  };
}

/** A turn that had begun before an erasure may still save something after it: that goes as well. */
function lateIn(store: Store, erase: (kind: RecordKind, id: string) => void): (change: Change) => void {
  return ({ kind, id, record }) => {
    if (record === undefined || !isPeoples(kind) || !('consultation' in record)) return;
    const { consultation: code } = record;
    if (code === undefined) return;
    // What an erasure under way finds is its own.
    void store
      .load('consultation', code)
      .then((its) => its?.erasure?.doneAt !== undefined && erase(kind, id))
      .catch(() => {});
  };
}

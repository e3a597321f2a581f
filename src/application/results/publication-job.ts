import { publicationDue } from '#domain/consultation/publication.ts';
import type { Change } from '#store/store.ts';
import { type LookParts, lookAtPublications } from './look-at-publications.ts';

/** Publishes what is due by itself: planned publications, and final results in the place of what was published before the end. */
export interface PublicationJob {
  /** Looks as soon as everybody is counted, whenever a consultation comes to have something due, and twice a minute. */
  start(): void;
  /** Settles once nothing is at work; what is still due is published after the next start. */
  close(): Promise<void>;
}

interface JobParts extends LookParts {
  /** Settles once everybody of before the start is counted. */
  readonly ready: Promise<void>;
}

const everyMs = 30_000;

const isDue = ({ kind, record }: Change, now: string): boolean =>
  kind === 'consultation' && record !== undefined && publicationDue(record, now) !== undefined;

export function createPublicationJob({ application, ready, failed }: JobParts): PublicationJob {
  const { store, now } = application;
  let isOver = false;
  let isWaiting = false;
  let atWork = Promise.resolve();
  const look = async () => {
    isWaiting = false;
    if (!isOver) await lookAtPublications({ application, failed });
  };
  /** Once for all that changes while a look is under way. */
  const wake = () => {
    if (isWaiting || isOver) return;
    isWaiting = true;
    atWork = atWork.then(look).catch(failed);
  };
  let stop = () => {};
  return {
    start() {
      const unwatch = store.watch((change) => isDue(change, now()) && wake());
      const timer = setInterval(wake, everyMs).unref();
      stop = () => {
        unwatch();
        clearInterval(timer);
      };
      // Who waits for it in vain is told elsewhere.
      ready.then(wake, () => {});
    },
    async close() {
      isOver = true;
      stop();
      await atWork;
    },
  };
}

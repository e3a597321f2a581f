import { publicationDue } from '#domain/consultation/publication.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { Change } from '#store/store.ts';
import { type LookParts, lookAtPublications } from './look-at-publications.ts';

interface JobParts extends Omit<LookParts, 'stopping'> {
  readonly jobs: JobQueue;
  /** Whether everybody of before the start is counted. */
  readonly counted: (stopping: AbortSignal) => Promise<boolean>;
}

const everyMs = 30_000;

const isDue = ({ kind, record }: Change, now: string): boolean =>
  kind === 'consultation' && record !== undefined && publicationDue(record, now) !== undefined;

/**
 * Publishes what is due by itself: planned publications, and final results in the place of what was published before the end. Looks
 * at the start, whenever a consultation comes to have something due, and twice a minute. Returns the way to watch no more.
 */
export function createPublicationJob({ application, jobs, counted, failed }: JobParts): () => void {
  const { store, now } = application;
  jobs.on('publications', {
    run: async (_, stopping) => {
      if (await counted(stopping)) await lookAtPublications({ application, stopping, failed });
    },
    failed,
  });
  jobs.every('publications', everyMs);
  return store.watch((change) => isDue(change, now()) && jobs.ask('publications', ''));
}

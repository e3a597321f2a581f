import type { JobQueue } from '#jobs/job-queue.ts';
import type { Change, Store } from '#store/store.ts';
import type { Application } from '../parts.ts';
import { erasePeople, isPeoples } from './erase-people.ts';
import { lookAtRetention } from './look-at-retention.ts';

/** Carries out what people were told of how long their answers are kept. */
export interface RetentionJob {
  /** Looks as soon as what is at work is over: there is something to erase. */
  wake(): void;
  /** Watches no more. */
  close(): void;
}

interface JobParts {
  readonly application: Application;
  readonly jobs: JobQueue;
  /** Whether everybody of before the start is counted: before that nothing is known of last answers. */
  readonly counted: (stopping: AbortSignal) => Promise<boolean>;
  readonly failed: (error: unknown) => void;
}

const everyMs = 3_600_000;

/** Looks at the start, and then every hour. An erasure that has begun goes on with the next look, here or elsewhere. */
export function createRetentionJob({ application, jobs, counted, failed }: JobParts): RetentionJob {
  const { store } = application;
  jobs.on('retention', {
    run: async (_, stopping) => {
      if (await counted(stopping)) await lookAtRetention({ application, stopping, failed });
    },
    failed,
  });
  jobs.every('retention', everyMs);
  jobs.on('late-answers', {
    async run(code, stopping) {
      const its = await store.load('consultation', code);
      // What an erasure under way finds is its own.
      if (its?.erasure?.doneAt !== undefined) await erasePeople(application, code, stopping);
    },
    failed,
  });
  const close = store.watch(lateIn(store, (code) => jobs.ask('late-answers', code)));
  return { wake: () => jobs.ask('retention', ''), close };
}

/** A turn that had begun before an erasure may still save something after it: that goes as well. */
function lateIn(store: Store, erase: (consultation: string) => void): (change: Change) => void {
  return ({ kind, record }) => {
    if (record === undefined || !isPeoples(kind) || !('consultation' in record)) return;
    const { consultation: code } = record;
    if (code === undefined) return;
    void store
      .load('consultation', code)
      .then((its) => its?.erasure?.doneAt !== undefined && erase(code))
      .catch(() => {});
  };
}

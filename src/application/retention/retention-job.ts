import type { JobQueue } from '#jobs/job-queue.ts';
import type { Application } from '../parts.ts';
import { erasePeople } from './erase-people.ts';
import { lateAnswers } from './late-answers.ts';
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
  const close = store.watch(lateAnswers(application, (code) => jobs.ask('late-answers', code)));
  return { wake: () => jobs.ask('retention', ''), close };
}

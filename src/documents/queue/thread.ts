import { Worker } from 'node:worker_threads';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Job } from './job.ts';

/** What a thread is given at its start. */
export interface Equipped {
  readonly all: Catalogues['all'];
  /** The folder of the program's own wording. */
  readonly wording: string;
}

/** How a job ended: an error as it was thrown. */
export type WorkerPrinted = { readonly bytes: Uint8Array } | { readonly error: unknown };

/** A thread that prints, one job at a time. */
export interface QueueThread {
  /** Rejects with what went wrong; past the deadline, or when the thread ends of itself, it prints no more. */
  print(job: Job, deadlineMs: number): Promise<Uint8Array>;
  end(): Promise<void>;
  /** Whether it prints no more. */
  readonly isOver: boolean;
}

/** Several times what the longest report needs: a thread that wants more ends by itself, and not the program. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

/** Starts a thread, which does not keep the process alive. */
export function startThread(equipped: Equipped): QueueThread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    // No option of the process is passed on: some, meant for its entry point, end a worker at once.
    execArgv: [],
    resourceLimits,
    workerData: equipped,
  });
  let isOver = false;
  let ending: unknown = new Error('The thread that prints has ended');
  let answer: ((printed: WorkerPrinted) => void) | undefined;
  const over = (error: unknown) => {
    isOver = true;
    ending = error;
    answer?.({ error });
  };
  worker.on('message', (printed: WorkerPrinted) => answer?.(printed));
  worker.once('error', over);
  worker.once('exit', () => over(ending));
  // Listening to it holds the process again: last.
  worker.unref();
  const end = async () => {
    isOver = true;
    await worker.terminate();
  };
  return {
    end,
    get isOver() {
      return isOver;
    },
    async print(job, deadlineMs) {
      const done = Promise.withResolvers<WorkerPrinted>();
      answer = done.resolve;
      const deadline = setTimeout(() => {
        over(new Error(`A ${job.kind} was not printed within ${deadlineMs} ms`));
        void end();
      }, deadlineMs).unref();
      if (isOver) done.resolve({ error: ending });
      else worker.postMessage(job);
      const printed = await done.promise;
      clearTimeout(deadline);
      answer = undefined;
      if ('bytes' in printed) return printed.bytes;
      throw printed.error;
    },
  };
}

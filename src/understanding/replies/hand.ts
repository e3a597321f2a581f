import { Worker } from 'node:worker_threads';
import type { Language } from '#domain/catalogue/language.ts';
import type { Recognised } from '../reading.ts';
import type { WorkerAnswer, WorkerQuestion } from '../recogniser/worker.ts';

/** One worker thread with the recognizers in it, that does one thing at a time. */
export interface Hand {
  /** Settles once: true when it is warm, false when it ended before. */
  readonly warm: Promise<boolean>;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** To be called only when idle. Undefined when it ended, or was ended at the deadline, before it answered. */
  readonly work: (text: string, language: Language, deadlineMs: number) => Promise<Recognised | undefined>;
  readonly end: () => Promise<void>;
}

/**
 * Several times the memory that the recognizers need: a worker that wants more ends by itself. No option of the process
 * is passed on: some, meant for its entry point, end a worker at once.
 */
const options = {
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
  execArgv: [],
};

export function startHand(): Hand {
  const worker = new Worker(new URL('../recogniser/worker.ts', import.meta.url), options);
  const warm = Promise.withResolvers<boolean>();
  const ended = Promise.withResolvers<void>();
  let settle: (recognised?: Recognised) => void = () => {};
  worker.on('message', (said: WorkerAnswer) => (said === 'warm' ? warm.resolve(true) : settle(said)));
  // An error ends the worker: what follows is told by 'exit'.
  worker.on('error', () => {});
  worker.on('exit', () => {
    warm.resolve(false);
    ended.resolve();
    settle();
  });
  // After the listeners: adding one keeps the process alive again.
  worker.unref();
  const end = async () => void (await worker.terminate());
  const work = (text: string, language: Language, deadlineMs: number) => {
    const done = Promise.withResolvers<Recognised | undefined>();
    const deadline = setTimeout(() => void end(), deadlineMs).unref();
    settle = (recognised) => {
      clearTimeout(deadline);
      done.resolve(recognised);
    };
    worker.postMessage({ text, language } satisfies WorkerQuestion);
    return done.promise;
  };
  return { warm: warm.promise, ended: ended.promise, work, end };
}

import type { Language } from '#domain/catalogue/language.ts';
import type { Recognise, Recognised } from '../reading.ts';
import { WorkerPool } from './worker-pool.ts';

/** How long a text may take, waiting included, before nothing is recognised in it. */
const defaultDeadlineMs = 250;

/** Texts that may wait for a worker; the next one is answered at once. */
const longestQueue = 32;

const nothing: Recognised = { numbers: [] };

interface Waiting {
  readonly text: string;
  readonly language: Language;
  readonly answer: (recognised: Recognised) => void;
}

export interface Recogniser {
  /** Never throws. Nothing is recognised while warming up, past the deadline, or with too many texts waiting. */
  readonly recognise: Recognise;
  /** Settles when the worker and its spare are warm, or closed. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

interface RecogniserOptions {
  readonly deadlineMs?: number;
  /** The file of the workers, as an address; absent: the recognizers. */
  readonly filename?: string;
}

/**
 * The recognizers, in worker threads that are ended at their deadline and replaced: some short texts would keep them
 * busy for minutes. Nothing here keeps the process alive once it is warm.
 */
export function startRecogniser(options: RecogniserOptions = {}): Recogniser {
  const { deadlineMs = defaultDeadlineMs, filename } = options;
  const queue = new Set<Waiting>();
  const pool = new WorkerPool(() => next(), filename === undefined ? {} : { filename });

  function next(): void {
    for (const waiting of queue) {
      const work = pool.work(waiting.text, waiting.language, deadlineMs);
      if (work === undefined) return;
      queue.delete(waiting);
      void work.then((recognised) => waiting.answer(recognised ?? nothing));
    }
  }

  async function recognise(text: string, language: Language): Promise<Recognised> {
    if (!pool.isWarm || queue.size >= longestQueue) return nothing;
    const done = Promise.withResolvers<Recognised>();
    const waiting: Waiting = { text, language, answer: done.resolve };
    const deadline = setTimeout(() => done.resolve(nothing), deadlineMs).unref();
    queue.add(waiting);
    next();
    return done.promise.finally(() => {
      clearTimeout(deadline);
      queue.delete(waiting);
    });
  }

  return { recognise, ready: pool.ready, close: () => pool.close() };
}

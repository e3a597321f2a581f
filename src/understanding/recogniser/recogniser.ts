import type { Language } from '#domain/catalogue/language.ts';
import type { Recognise, Recognised } from '../reading.ts';
import { WorkerPool } from './worker-pool.ts';

/** How long a text may take, waiting included, before nothing is recognised in it. */
const defaultDeadlineMs = 250;

/**
 * How long after the last sign of somebody the workers are put to rest. Each holds over 100 MB, and getting warm takes some
 * seconds of a processor: long enough for a person who reads before they answer.
 */
const defaultRestAfterMs = 40_000;
/** How many times as long the workers may take to get warm. */
const longestWarmUp = 4;

/** Texts that may wait for a worker; the next one is answered at once. */
const longestQueue = 32;

const nothing: Recognised = { numbers: [] };

interface Waiting {
  readonly text: string;
  readonly language: Language;
  readonly answer: (recognised: Recognised) => void;
}

export interface Recogniser {
  /** Never throws. Nothing is recognised at rest, while warming up, past the deadline, or with too many texts waiting. */
  readonly recognise: Recognise;
  /** Somebody is here: the workers get warm, and are put to rest once nobody has been for a while. */
  readonly wake: () => void;
  /** Wakes; settles when the worker and its spare are warm, or closed. */
  readonly warm: () => Promise<void>;
  /** Does what needs the memory of the workers: they rest meanwhile, and nothing is recognised. */
  readonly makeRoomFor: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

interface RecogniserOptions {
  readonly deadlineMs?: number;
  readonly restAfterMs?: number;
  /** A worker without a spare: once it has to be ended, people who write numbers in words are asked again for some seconds. */
  readonly alone?: boolean;
  /** How long after such work they still rest: the engine keeps what an ended thread held for some seconds. */
  readonly restAfterRoomMs?: number;
  /** Told of each text of which nothing was recognised although the workers were warm. */
  readonly onMissed?: (why: 'late' | 'busy') => void;
  /** The file of the workers, as an address; absent: the recognizers. */
  readonly filename?: string;
}

/**
 * The recognizers, in worker threads that are ended at their deadline and replaced: some short texts would keep them
 * busy for minutes. They rest until somebody comes. Nothing here keeps the process alive once it is warm.
 */
export function createRecogniser(options: RecogniserOptions = {}): Recogniser {
  const {
    deadlineMs = defaultDeadlineMs,
    restAfterMs = defaultRestAfterMs,
    restAfterRoomMs = 0,
    filename,
    onMissed,
    alone,
  } = options;
  const queue = new Set<Waiting>();
  let pool: WorkerPool | undefined;
  let resting: NodeJS.Timeout | undefined;
  let isClosed = false;
  let aside = 0;
  let spared = longestWarmUp;

  function wake(): void {
    if (isClosed || aside > 0) return;
    pool ??= new WorkerPool(next, { ...(filename !== undefined && { filename }), threads: alone ? 1 : 2 });
    if (resting === undefined) {
      spared = longestWarmUp;
      resting = setTimeout(restIfWarm, restAfterMs).unref();
    } else resting.refresh();
  }

  /** On a crowded machine getting warm may take longer than anybody stays: what was begun is not begun again and again. */
  function restIfWarm(): void {
    if (pool?.isWarm || spared === 0) return void rest();
    spared -= 1;
    resting?.refresh();
  }

  async function rest(): Promise<void> {
    clearTimeout(resting);
    resting = undefined;
    const former = pool;
    pool = undefined;
    await former?.close();
  }

  function next(): void {
    for (const waiting of queue) {
      const work = pool?.work(waiting.text, waiting.language, deadlineMs);
      if (work === undefined) return;
      queue.delete(waiting);
      void work.then((recognised) => waiting.answer(recognised ?? nothing));
    }
  }

  async function recognise(text: string, language: Language): Promise<Recognised> {
    wake();
    if (!pool?.isWarm) return nothing;
    if (queue.size >= longestQueue) {
      onMissed?.('busy');
      return nothing;
    }
    const done = Promise.withResolvers<Recognised>();
    const waiting: Waiting = { text, language, answer: done.resolve };
    const late = () => {
      onMissed?.('late');
      done.resolve(nothing);
    };
    const deadline = setTimeout(late, deadlineMs).unref();
    queue.add(waiting);
    next();
    return done.promise.finally(() => {
      clearTimeout(deadline);
      queue.delete(waiting);
    });
  }

  return {
    recognise,
    wake,
    async warm() {
      wake();
      // Whoever waits for it is there.
      const waiting = setInterval(wake, restAfterMs / 2).unref();
      await pool?.ready;
      clearInterval(waiting);
    },
    async makeRoomFor(work) {
      aside += 1;
      try {
        await rest();
        return await work();
      } finally {
        const over = () => {
          aside -= 1;
        };
        if (restAfterRoomMs > 0) setTimeout(over, restAfterRoomMs).unref();
        else over();
      }
    },
    async close() {
      isClosed = true;
      await rest();
    },
  };
}

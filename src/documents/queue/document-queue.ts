import { createHash } from 'node:crypto';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { SerialQueue } from '#domain/in-memory/serial-queue.ts';
import { createDocumentCache } from './cache.ts';
import { createDocumentPool } from './document-pool.ts';
import { type Job, readersOf } from './job.ts';

/** Prints files off the event loop, on one thread, one after the other. */
export interface DocumentQueue {
  /** `busy`: too many wait already. Rejects with what went wrong, for the log; the next job is not touched by it. */
  print(job: Job): Promise<PrintedDocument>;
  /** Prints what nobody may find again: nothing of it is kept, and it is never refused. */
  printOnce(job: Job): Promise<Uint8Array>;
  /** Jobs at work or waiting. */
  waiting(): number;
  /** Ends the thread; what is not printed by then rejects. */
  close(): Promise<void>;
}

export type PrintedDocument =
  | { readonly outcome: 'printed'; readonly bytes: Uint8Array }
  | { readonly outcome: 'busy' };

interface Settings {
  readonly catalogues: Catalogues;
  /** The folder of the program's own wording. */
  readonly wording: string;
  /** How long one job may take: then its thread is ended, and the next one has a new one. */
  readonly deadlineMs?: number;
  /** How long the thread waits for another job before it gives its memory back. */
  readonly idleMs?: number;
  /** Runs each job, where something else has to make room for it; absent: it just runs. */
  readonly around?: <T>(job: () => Promise<T>) => Promise<T>;
  /** Jobs that may wait for the one at work. */
  readonly mostWaiting?: number;
}

/** In bytes. */
const mostCached = 20 * 1024 * 1024;

/** The thread starts with the first job. The same job asked for again is answered with the same bytes, while they are kept. */
export function createDocumentQueue(settings: Settings): DocumentQueue {
  const { catalogues, wording, deadlineMs = 60_000, idleMs = 120_000, mostWaiting = 20 } = settings;
  const { around = (job) => job() } = settings;
  const cache = createDocumentCache(mostCached);
  /** At work or waiting. */
  const asked = new Map<string, Promise<Uint8Array>>();
  const queue = new SerialQueue();
  const pool = createDocumentPool({ all: catalogues.all, wording }, idleMs);
  let isClosed = false;

  async function printedNow(job: Job): Promise<Uint8Array> {
    if (isClosed) throw new Error('The queue of documents is closed');
    return around(() => pool.print({ job, own: ownOf(job, catalogues) }, deadlineMs));
  }

  function take(job: Job, key: string): Promise<Uint8Array> {
    const printing = queue.run(() => printedNow(job));
    asked.set(key, printing);
    const over = () => void asked.delete(key);
    printing.then((bytes) => cache.set(key, bytes)).then(over, over);
    return printing;
  }

  return {
    async print(job) {
      const key = keyOf(job);
      const known = cache.get(key) ?? asked.get(key);
      if (known === undefined && asked.size > mostWaiting) return { outcome: 'busy' };
      return { outcome: 'printed', bytes: await (known ?? take(job, key)) };
    },
    waiting: () => queue.size,
    printOnce: (job) => queue.run(() => printedNow(job)),
    async close() {
      isClosed = true;
      await pool.close();
      await queue.drained();
    },
  };
}

/** Those that the thread was not given at its start. */
function ownOf(job: Job, { all, find }: Catalogues): readonly Catalogue[] {
  const editions = new Set(readersOf(job).map(({ consultation }) => consultation.catalogue));
  const known = new Set(all.map(({ edition }) => edition));
  return [...editions].flatMap((edition) => (known.has(edition) ? [] : (find(edition) ?? [])));
}

const keyOf = (job: Job): string => createHash('sha256').update(JSON.stringify(job)).digest('base64');

import { setTimeout as pause } from 'node:timers/promises';
import { Piscina } from 'piscina';
import type { Language } from '#domain/catalogue/language.ts';
import type { Recognised } from '../reading.ts';
import type { WorkerQuestion } from './worker.ts';

type WorkerThreads = Piscina<WorkerQuestion | undefined, Recognised | number>;

interface Settings {
  /** The file of the workers, as an address: it exports `recognise` and `warmUp`. */
  readonly filename?: string;
  /** A worker that could not get warm does not try again at once: getting warm costs a processor some seconds. */
  readonly restMs?: number;
  /** A worker and its warm spare, either of which takes what comes; or the worker alone. */
  readonly threads?: 1 | 2;
}

/**
 * The worker threads with the recognizers in them, replaced when they end. A new one gets warm before it is given any
 * work, one at a time. Once warm they keep no process alive.
 */
export class WorkerPool {
  #pool: WorkerThreads;
  /** What is known of each thread, by its number. */
  readonly #stages = new Map<number, 'cold' | 'warm'>();
  readonly #full = Promise.withResolvers<void>();
  readonly #filename: string;
  readonly #restMs: number;
  readonly #wanted: 1 | 2;
  readonly #onIdle: () => void;
  #renewing: NodeJS.Timeout | undefined;
  #busy = 0;
  #isGrowing = false;
  #isClosed = false;

  /** `onIdle` is called whenever a worker becomes idle. */
  constructor(onIdle: () => void, settings: Settings = {}) {
    const { filename = new URL('./worker.ts', import.meta.url).href, restMs = 5_000, threads = 2 } = settings;
    this.#wanted = threads;
    this.#filename = filename;
    this.#restMs = restMs;
    this.#onIdle = onIdle;
    this.#pool = this.#threads();
  }

  /** Settles when all workers have been warm at once, or at the close. */
  get ready(): Promise<void> {
    return this.#full.promise;
  }

  /** Whether any worker is warm, busy or not. */
  get isWarm(): boolean {
    return this.#count('warm') > 0;
  }

  /** Gives work to an idle worker: undefined, at once, when there is none; then when it ended before it answered. */
  work(text: string, language: Language, deadlineMs: number): Promise<Recognised | undefined> | undefined {
    if (this.#busy >= this.#count('warm')) return undefined;
    this.#busy += 1;
    return this.#recognised({ text, language }, deadlineMs).finally(() => {
      this.#busy -= 1;
      this.#onIdle();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#renewing);
    this.#full.resolve();
    this.#stages.clear();
    await this.#pool.destroy();
  }

  #threads(): WorkerThreads {
    const pool: WorkerThreads = new Piscina({
      filename: this.#filename,
      name: 'recognise',
      minThreads: this.#wanted,
      maxThreads: this.#wanted,
      recordTiming: false,
      // Several times the memory that the recognizers need: a worker that wants more ends by itself.
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 },
      // No option of the process is passed on: some, meant for its entry point, end a worker at once.
      execArgv: [],
      // By itself the pool hands work to workers that are still cold, ends them at the deadline, and never gets warm.
      loadBalancer: ({ name }, workers) => {
        const stage = name === 'warmUp' ? 'cold' : 'warm';
        return (
          workers.find(({ id, currentUsage }) => currentUsage === 0 && this.#stages.get(id) === stage) ?? null
        );
      },
    });
    pool.on('workerCreate', ({ id }: { readonly id: number }) => this.#created(id));
    pool.on('workerDestroy', () => this.#missed());
    // A worker that broke down while idle is replaced, and nobody waits for it.
    pool.on('error', () => {});
    return pool;
  }

  /** The threads replace one that ends, unless a new one broke down as it was loading: then they never do again. */
  #missed(): void {
    if (this.#isClosed || this.#renewing !== undefined) return;
    this.#renewing = setTimeout(() => {
      this.#renewing = undefined;
      if (this.#isClosed || this.#alive().length >= this.#wanted) return;
      const former = this.#pool;
      this.#pool = this.#threads();
      void former.destroy();
    }, this.#restMs).unref();
  }

  async #recognised(asked: WorkerQuestion, deadlineMs: number): Promise<Recognised | undefined> {
    try {
      const found = await this.#pool.run(asked, { signal: AbortSignal.timeout(deadlineMs) });
      return typeof found === 'number' ? undefined : found;
    } catch {
      return undefined;
    }
  }

  #created(id: number): void {
    // One that ended just before the close may have been replaced just after it.
    if (this.#isClosed) return void this.#pool.destroy();
    const alive = this.#alive();
    for (const known of this.#stages.keys()) if (!alive.includes(known)) this.#stages.delete(known);
    this.#stages.set(id, 'cold');
    void this.#grow();
  }

  async #grow(): Promise<void> {
    if (this.#isGrowing) return;
    this.#isGrowing = true;
    while (this.#count('cold') > 0) await this.#warmUpOne();
    this.#isGrowing = false;
    if (this.#count('warm') === this.#wanted) this.#full.resolve();
  }

  async #warmUpOne(): Promise<void> {
    try {
      const id = await this.#pool.run(undefined, { name: 'warmUp' });
      if (this.#isClosed || typeof id !== 'number') return;
      this.#stages.set(id, 'warm');
      this.#onIdle();
    } catch {
      await pause(this.#isClosed ? 0 : this.#restMs, undefined, { ref: false });
    }
  }

  #count(stage: 'cold' | 'warm'): number {
    return this.#alive().filter((id) => this.#stages.get(id) === stage).length;
  }

  #alive(): number[] {
    return this.#pool.threads.map(({ threadId }) => threadId);
  }
}

import { counting, perThread } from './quota.ts';

/** What is known of a thread: when its requests ended, and how many posts are on their way to it. */
export interface Thread {
  ended: readonly number[];
  waiting: number;
}

/** The threads of the last hour, as long as they count; never more than so many, the one idle the longest goes first. */
export class Threads {
  readonly #known = new Map<string, Thread>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#known.size;
  }

  of(key: string, now: number): Thread {
    const thread = this.#known.get(key) ?? { ended: [], waiting: 0 };
    this.#known.delete(key);
    this.#forget(now);
    this.#known.set(key, thread);
    return thread;
  }

  /** From the one asked for the longest ago on; those with posts on their way stay. */
  #forget(now: number): void {
    for (const [key, { ended, waiting }] of this.#known) {
      if (waiting > 0) continue;
      if (this.#known.size < this.#most && counting(perThread, ended, now).length > 0) return;
      this.#known.delete(key);
    }
  }
}

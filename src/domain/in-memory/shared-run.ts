import { SerialQueue } from './serial-queue.ts';

/** Runs the same work over and over, one run after another; those who ask while one is at work share the next. */
export class SharedRun {
  readonly #queue = new SerialQueue();
  readonly #work: () => Promise<void>;
  #next: Promise<void> | undefined;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Whether a run was asked for and has not begun. */
  get isWaiting(): boolean {
    return this.#next !== undefined;
  }

  /** A run that begins after this call: whatever holds by now is seen by it. */
  now(): Promise<void> {
    this.#next ??= this.#queue.run(async () => {
      // Not within the call: until it begins, others may join it.
      await undefined;
      this.#next = undefined;
      await this.#work();
    });
    return this.#next;
  }

  /** Other work, between two runs. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue.run(work);
  }

  /** Once all that was asked for so far has ended, well or not. */
  over(): Promise<void> {
    return this.#queue.drained();
  }
}

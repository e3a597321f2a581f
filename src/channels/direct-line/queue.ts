/** Runs tasks one after another; takes no more than so many at once. */
export class Queue {
  readonly #most: number;
  #last: Promise<unknown> = Promise.resolve();
  #held = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get idle(): boolean {
    return this.#held === 0;
  }

  /** The task's own promise; nothing when the queue is full. */
  add<T>(task: () => Promise<T>): Promise<T> | undefined {
    if (this.#held >= this.#most) return undefined;
    this.#held += 1;
    const run = this.#last.then(task);
    const leave = () => {
      this.#held -= 1;
    };
    this.#last = run.then(leave, leave);
    return run;
  }

  /** Once all that was added has ended. */
  async drained(): Promise<void> {
    await this.#last;
  }
}

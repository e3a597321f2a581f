/** Runs tasks one after another, in the order in which they were given; one that fails does not stop the next. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();
  #size = 0;

  /** Tasks at work or waiting. */
  get size(): number {
    return this.#size;
  }

  /** The task's own promise. With nothing before it, the task begins within the call. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const [before, isFirst] = [this.#last, this.#size === 0];
    const ended = Promise.withResolvers<void>();
    // Before the task begins: one that it gives in turn waits for it.
    this.#last = ended.promise;
    this.#size += 1;
    const begun = async () => {
      try {
        return await task();
      } finally {
        this.#size -= 1;
        ended.resolve();
      }
    };
    return isFirst ? begun() : before.then(begun);
  }

  /** Once all that was given so far has ended. */
  async drained(): Promise<void> {
    await this.#last;
  }
}

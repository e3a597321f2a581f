/** What is being done under each name, so that somebody may wait until all of it is over. */
export class UnderWay {
  readonly #all = new Map<string, Set<Promise<unknown>>>();

  /** Notes something begun, until it settles. */
  note<T>(name: string, work: Promise<T>): Promise<T> {
    const its = this.#all.get(name) ?? new Set();
    this.#all.set(name, its.add(work));
    const end = () => {
      its.delete(work);
      if (its.size === 0 && this.#all.get(name) === its) this.#all.delete(name);
    };
    work.then(end, end);
    return work;
  }

  /** How much is under way now. */
  count(name: string): number {
    return this.#all.get(name)?.size ?? 0;
  }

  /** Settles once what is under way now is over, well or not. */
  async over(name: string): Promise<void> {
    await Promise.allSettled(this.#all.get(name) ?? []);
  }
}

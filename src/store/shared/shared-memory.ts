/**
 * What all nodes of an installation hold together for a while and is no record: rates, one-time links, what somebody wrote and
 * could not send. It may be lost with the machine, and holds nothing in clear that came from people. Throws StoreUnavailable.
 */
export interface SharedMemory {
  read(kind: string, name: string): Promise<string | undefined>;
  /**
   * Makes of what stands under a name what `next` says, for so many milliseconds; of many at once each builds on the one before.
   * Nothing: it is forgotten. Resolves to what stood there. `next` is pure: it may be asked more than once.
   */
  change(
    kind: string,
    name: string,
    forMs: number,
    next: (before: string | undefined) => string | undefined,
  ): Promise<string | undefined>;
  /** Runs what may not be done twice at once under a name, after what does so already, on whichever node. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>;
}

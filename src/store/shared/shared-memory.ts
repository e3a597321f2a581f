/** What all nodes tell each other, by topic: the text is a consultation's code. */
export type Topic = 'result-posted';

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
  /** Tells every node, this one too. A node that is out of reach is not told later. */
  tell(topic: Topic, text: string): Promise<void>;
  /** Returns the way to stop listening. */
  hear(topic: Topic, listener: (text: string) => void): () => void;
}

/** A text to the first who asks for it. */
export const taken = (
  memory: Pick<SharedMemory, 'change'>,
  kind: string,
  name: string,
): Promise<string | undefined> => memory.change(kind, name, 0, () => undefined);

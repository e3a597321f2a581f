/**
 * What the program does by itself, wherever it runs: on one node, or on one of several that share a database.
 *
 * A job is a name and a key. Each that was asked for is done **at least once**: a run that was cut short, by a stop, a failure or a
 * node that is gone, is begun anew, here or elsewhere. Two runs of the same job are never at work at once, over all nodes that are
 * there; a node that was cut off may still be at the end of one. So what a run does is derived from what is stored, and done once.
 */
export interface JobQueue {
  /** Says what does the jobs of a name; before the start. */
  on(name: string, work: Work): void;
  /** Has a job of no key (`''`) done at the start, and then every so many milliseconds; once over all nodes. */
  every(name: string, ms: number): void;
  /**
   * Asks for a job: now, or after so many milliseconds. Asked several times before it begins, it is done once, at the earliest of
   * these moments; asked while it is at work, once more after. What cannot be noted now is noted as soon as it can.
   */
  ask(name: string, key: string, when?: { readonly after?: number }): void;
  /** Begins; what was asked for before is done now. */
  start(): Promise<void>;
  /** Begins nothing more, and lets what is at work end within so many milliseconds. What is left is found by the next start. */
  close(patienceMs: number): Promise<void>;
}

/** What does the jobs of one name. */
export interface Work {
  /**
   * `key` is an id or a code, and says nothing of people. Rejects: it is tried again, later each time. Ends soon once `stopping`
   * aborts, for the program ends or another node has taken it over: what is left is done by another run.
   */
  run(key: string, stopping: AbortSignal): Promise<void>;
  /** Told of each failure, for the log. */
  failed(error: unknown): void;
}

/** What the embedded Direct Line may take of the machine: nothing in it is unbounded. */
export interface DirectLineLimits {
  /** Activities remembered of a conversation, and their bytes as JSON. */
  readonly entries: number;
  readonly bytes: number;
  /** Conversations in memory, and the bytes of all their logs. */
  readonly conversations: number;
  readonly allBytes: number;
  /** Milliseconds without a sign of life after which a conversation leaves the memory; a later one takes it up again. */
  readonly idle: number;
  /** The same of a conversation in which nobody wrote and nobody listens: nothing of it is lost. */
  readonly silent: number;
  /** Turns of one conversation at work or waiting. */
  readonly turns: number;
  /** Bytes that a socket's client may leave unread. */
  readonly unread: number;
}

export const defaultLimits: DirectLineLimits = {
  entries: 200,
  bytes: 512 * 1024,
  conversations: 12_000,
  allBytes: 256 * 1024 * 1024,
  idle: 30 * 60_000,
  silent: 10_000,
  turns: 30,
  unread: 1024 * 1024,
};

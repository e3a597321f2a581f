import { setTimeout as after } from 'node:timers/promises';

/** Time, from outside: hours pass in no time in a test. */
export interface Clock {
  /** Milliseconds; never goes back. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** The machine's: about the time of day, but without its corrections. */
export const clock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  // What waits here does not hold up the end of the program.
  wait: (ms) => after(ms, undefined, { ref: false }),
};

import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import type { Clock } from './clock.ts';
import { counting, freeAt, perApp, perThread } from './quota.ts';
import { type Thread, Threads } from './threads.ts';
import { createTokenBucket } from './token-bucket.ts';

/** Runs a request when the channel's limits allow one more. */
export type Throttled = <T>(request: () => Promise<T>) => Promise<T>;

interface Place {
  readonly channel: string;
  /** With the thread in it, where there are threads. */
  readonly conversation: string;
}

/** Keeps the order of a thread and the limits of Teams; threads go side by side, other channels as fast as they take it. */
export interface Throttle {
  /**
   * Runs a post, tries and pauses included, once those asked for before in its thread are through.
   * Nothing, and nothing run, when too many wait already.
   */
  inThread<T>(place: Place, post: (throttled: Throttled) => Promise<T>): Promise<T | undefined>;
  /** For a request that is of no thread: the limit of the whole app alone holds. */
  aside(channel: string): Throttled;
}

/** `most`: posts that wait and threads that are remembered. */
export function createThrottle(clock: Clock, most = 5000): Throttle {
  const inOrder = new KeyedQueue();
  const threads = new Threads(most);
  const bucket = createTokenBucket(perApp, clock);
  let waiting = 0;

  return {
    async inThread({ channel, conversation }, post) {
      if (waiting >= most) return undefined;
      const key = `${channel} ${conversation}`;
      const thread = hasLimits(channel) ? threads.of(key, clock.now()) : undefined;
      const count = (n: number) => {
        waiting += n;
        if (thread) thread.waiting += n;
      };
      count(1);
      const throttled = thread ? within(thread) : atOnce;
      return inOrder.run(key, () => post(throttled)).finally(() => count(-1));
    },
    aside: (channel) => (hasLimits(channel) ? admitted : atOnce),
  };

  function within(thread: Thread): Throttled {
    return async (request) => {
      const { now, wait } = clock;
      for (let at = freeAt(perThread, thread.ended); at > now(); ) await wait(at - now());
      return admitted(request).finally(() => {
        thread.ended = [...counting(perThread, thread.ended, now()), now()];
      });
    };
  }

  async function admitted<T>(request: () => Promise<T>): Promise<T> {
    const ended = await bucket();
    return request().finally(ended);
  }
}

const hasLimits = (channel: string) => channel === 'msteams';
const atOnce: Throttled = (request) => request();

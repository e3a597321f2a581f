import { SerialQueue } from '#domain/queues/serial-queue.ts';
import type { Clock } from './clock.ts';
import { freeAt, type Quota } from './quota.ts';

/** Asks for the way to be free, in the order of asking; what it gives says when the request has ended. */
export type TokenBucket = () => Promise<() => void>;

interface Passage {
  readonly began: number;
  ended?: number;
}

/**
 * One gate for requests that run side by side. A request counts from its end, not from its start: it has reached the
 * channel by then, so that however long each is on its way, no more than allowed arrive in any stretch of time.
 */
export function createTokenBucket(allowances: readonly Quota[], { now, wait }: Clock): TokenBucket {
  let passages: Passage[] = [];
  const queue = new SerialQueue();
  const longest = Math.max(...allowances.map(({ within }) => within));

  async function pass(): Promise<() => void> {
    for (let at = free(); at > now(); at = free()) await wait(at - now());
    const passage: Passage = { began: now() };
    passages = passages.filter((one) => arrived(one, now()) + longest > now());
    passages.push(passage);
    return () => {
      passage.ended = now();
    };
  }

  const free = () => {
    const time = now();
    return freeAt(
      allowances,
      passages.map((one) => arrived(one, time)).sort((a, b) => a - b),
    );
  };

  return () => queue.run(pass);
}

/** The latest at which a request reached the channel: a silent channel must not hold up the others. */
function arrived({ began, ended }: Passage, now: number): number {
  return Math.min(ended ?? now, began + onTheWay);
}

/** Milliseconds that a request takes at most to arrive, a sign-in before it included. */
const onTheWay = 3000;

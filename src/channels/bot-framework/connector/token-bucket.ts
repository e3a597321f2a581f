import { SerialQueue } from '#domain/in-memory/serial-queue.ts';
import type { Clock } from './clock.ts';
import { freeAt, type Quota } from './quota.ts';

/** Asks for the way to be free, in the order of asking; what it gives says when the request has ended. */
export type TokenBucket = () => Promise<() => void>;

interface Sending {
  readonly began: number;
  ended?: number;
}

/**
 * One bucket for requests that run side by side. A request counts from its end, not from its start: it has reached the
 * channel by then, so that however long each is on its way, no more than allowed arrive in any stretch of time.
 */
export function createTokenBucket(quotas: readonly Quota[], { now, wait }: Clock): TokenBucket {
  let sendings: Sending[] = [];
  const queue = new SerialQueue();
  const longest = Math.max(...quotas.map(({ within }) => within));

  async function admit(): Promise<() => void> {
    for (let at = free(); at > now(); at = free()) await wait(at - now());
    const sending: Sending = { began: now() };
    sendings = sendings.filter((one) => arrived(one, now()) + longest > now());
    sendings.push(sending);
    return () => {
      sending.ended = now();
    };
  }

  const free = () => {
    const time = now();
    return freeAt(
      quotas,
      sendings.map((one) => arrived(one, time)).sort((a, b) => a - b),
    );
  };

  return () => queue.run(admit);
}

/** The latest at which a request reached the channel: a silent channel must not hold up the others. */
function arrived({ began, ended }: Sending, now: number): number {
  return Math.min(ended ?? now, began + onTheWay);
}

/** Milliseconds that a request takes at most to arrive, a sign-in before it included. */
const onTheWay = 3000;

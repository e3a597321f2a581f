import type { Sent } from '#channels/wire.ts';
import type { Clock } from './clock.ts';
import { judge } from './retrying.ts';
import type { Throttled } from './throttle.ts';
import { Silence, troubleOf } from './trouble.ts';

export type Persisted<T> =
  | { readonly outcome: 'done'; readonly value: T }
  | Exclude<Sent, { outcome: 'sent' }>;

export interface Means extends Clock {
  readonly random: () => number;
  /** Milliseconds that each try may take. */
  readonly deadline: number;
  /** Milliseconds for which a service that cannot be reached is tried. */
  readonly patience: number;
}

/**
 * Makes a request until it is answered, or until another try is of no use. A try that was cut off may have arrived
 * all the same: channels have no way to tell that a post is the same as before.
 */
export async function persist<T>(
  request: (signal: AbortSignal) => Promise<T>,
  throttled: Throttled,
  means: Means,
): Promise<Persisted<T>> {
  let began: number | undefined;
  const once = () => {
    began ??= means.now();
    return within(Math.min(means.deadline, means.patience), request).then(done, troubled);
  };
  for (let attempt = 1; ; attempt += 1) {
    const tried = await throttled(once);
    if (tried.outcome === 'done') return tried;
    const { status, retryAfter, why, ours } = tried.trouble;
    const spent = means.now() - (began ?? means.now());
    const verdict = judge({ attempt, spent, status, retryAfter, patience: means.patience }, means);
    if (ours || verdict.outcome === 'failed') {
      return { outcome: 'failed', why, ...(status !== undefined && { status }) };
    }
    if (verdict.outcome !== 'again') return { outcome: verdict.outcome };
    await means.wait(verdict.after);
  }
}

const done = <T>(value: T) => ({ outcome: 'done' as const, value });
const troubled = (error: unknown) => ({ outcome: 'troubled' as const, trouble: troubleOf(error) });

/** Tells the client to stop, and does not wait for it: its sign-in heeds no signal. */
async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Silence());
    stop.abort();
  }, ms);
  return Promise.race([work(stop.signal), late.promise]).finally(() => clearTimeout(timer));
}

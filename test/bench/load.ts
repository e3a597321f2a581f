import { type Connection, connect } from './connection.ts';
import { quantile } from './quantile.ts';

/** What one side of a comparison reached. */
export interface Measured {
  readonly turns: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** One person's next turn, over a connection of their own. */
export type Caller = (connection: Connection) => Promise<void>;

/**
 * Runs callers side by side, each on a connection of its own, for a while; the warm-up does not count. Of several addresses,
 * a caller has the one of its place in the list, in turn.
 */
export async function load(
  urls: readonly string[],
  callers: readonly Caller[],
  { warmMs, runMs }: { warmMs: number; runMs: number },
): Promise<Measured> {
  const times: number[] = [];
  const start = performance.now();
  const counts = () => performance.now() - start > warmMs;
  const ends = () => performance.now() - start > warmMs + runMs;
  await Promise.all(
    callers.map(async (call, i) => {
      const connection = await connect(urls[i % urls.length] ?? '');
      while (!ends()) {
        const from = performance.now();
        await call(connection);
        if (counts()) times.push(performance.now() - from);
      }
      connection.close();
    }),
  );
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return { turns: times.length, perSecond: (times.length * 1000) / runMs, p50, p99 };
}

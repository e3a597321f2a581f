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
 * Runs callers side by side for a while, each on a connection of its own, which stands before that: a server at work takes few new
 * ones in, and how many is Node's affair. Of several addresses, a caller has the one of its place in the list, in turn. `begun`: called as the while begins.
 */
export async function load(
  urls: readonly string[],
  callers: readonly Caller[],
  { runMs, begun }: { runMs: number; begun?: () => void },
): Promise<Measured> {
  const times: number[] = [];
  const open = await Promise.all(
    callers.map(async (call, i) => {
      const connection = await connect(urls[i % urls.length] ?? '');
      await call(connection);
      return { call, connection };
    }),
  );
  begun?.();
  const ends = performance.now() + runMs;
  await Promise.all(
    open.map(async ({ call, connection }) => {
      for (let from = performance.now(); from < ends; from = performance.now()) {
        await call(connection);
        times.push(performance.now() - from);
      }
      connection.close();
    }),
  );
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return { turns: times.length, perSecond: (times.length * 1000) / runMs, p50, p99 };
}

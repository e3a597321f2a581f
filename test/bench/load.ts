import { Agent, request } from 'node:http';

/** What one side of a comparison reached. */
export interface Measured {
  readonly turns: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** One connection's next request: says what to post, and is told what came back. */
export type Caller = (post: Post) => Promise<void>;
export type Post = (path: string, body: unknown, headers?: Record<string, string>) => Promise<string>;

/** Runs callers side by side, each on a connection of its own, for a while; the warm-up does not count. */
export async function load(
  url: string,
  callers: readonly Caller[],
  { warmMs, runMs }: { warmMs: number; runMs: number },
): Promise<Measured> {
  const times: number[] = [];
  const start = performance.now();
  const counts = () => performance.now() - start > warmMs;
  const ends = () => performance.now() - start > warmMs + runMs;
  await Promise.all(
    callers.map(async (call) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const post = poster(url, agent);
      while (!ends()) {
        const from = performance.now();
        await call(post);
        if (counts()) times.push(performance.now() - from);
      }
      agent.destroy();
    }),
  );
  times.sort((a, b) => a - b);
  const at = (q: number) => times[Math.min(times.length - 1, Math.floor(q * times.length))] ?? Number.NaN;
  return { turns: times.length, perSecond: (times.length * 1000) / runMs, p50: at(0.5), p99: at(0.99) };
}

/** Posts JSON over one kept connection; anything but success is a mistake of the benchmark. */
export function poster(url: string, agent: Agent): Post {
  return (path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const payload = Buffer.from(JSON.stringify(body));
      const sent = request(
        new URL(path, url),
        {
          method: 'POST',
          agent,
          headers: { 'content-type': 'application/json', 'content-length': payload.length, ...headers },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('end', () => {
            if ((response.statusCode ?? 500) < 300) resolve(text);
            else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 200)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(payload);
    });
}

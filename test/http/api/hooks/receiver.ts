import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Another program's server: how it answers each message, in order; the last way stays. */
type Way = number | 'hang' | { readonly to: string };

export interface Receiver {
  readonly url: string;
  readonly heard: Heard[];
  answers(...ways: readonly [Way, ...Way[]]): void;
  /** Settles once so many messages came. */
  until(n: number): Promise<void>;
  /** The most messages that were there at once. */
  readonly together: () => number;
  stop(): Promise<void>;
}

export async function receiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  let ways: Way[] = [200];
  let waiting: { n: number; done: () => void }[] = [];
  let [now, most] = [0, 0];
  const server = createServer(async (request, response) => {
    now++;
    most = Math.max(most, now);
    response.on('close', () => now--);
    heard.push({ path: request.url ?? '', headers: request.headers, body: await text(request) });
    const way = ways.length > 1 ? ways.shift() : ways[0];
    // One that hangs says nothing at all.
    if (way !== 'hang') {
      response.statusCode = typeof way === 'number' ? way : 302;
      if (typeof way === 'object') response.setHeader('Location', way.to);
      response.end('x'.repeat(100_000));
    }
    for (const one of waiting) if (heard.length >= one.n) one.done();
    waiting = waiting.filter((one) => heard.length < one.n);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    heard,
    together: () => most,
    answers: (...given) => {
      ways = [...given];
    },
    until: (n) => (heard.length >= n ? Promise.resolve() : new Promise((done) => waiting.push({ n, done }))),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

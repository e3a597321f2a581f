import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.ts';

/** Where the measures are given: an address and port of their own. */
export interface MetricsAddress {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

export type Serving =
  | { readonly outcome: 'serving'; readonly port: number; close(): Promise<void> }
  | { readonly outcome: 'refused'; readonly message: string; readonly remedy: string };

/**
 * Gives the measures at `GET /metrics`, and nothing else, on a port of its own: what a proxy passes on to the program's port never
 * comes here, and whoever may reach it is the network's to say. There is no key that somebody could lose.
 */
export async function serveMetrics(
  metrics: Pick<Metrics, 'text' | 'contentType'>,
  { host, port }: MetricsAddress,
): Promise<Serving> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, async (request, response) => {
    const isAsked = request.url === '/metrics' && request.method === 'GET';
    const text = isAsked ? await metrics.text().catch(() => undefined) : '';
    // Not one call after the other: restify changes what `writeHead` of every answer of Node returns.
    response.writeHead(isAsked ? (text === undefined ? 500 : 200) : 404, {
      'Content-Type': metrics.contentType,
      'Cache-Control': 'no-store',
    });
    response.end(text);
  });
  server.maxConnections = 20;
  const refused = await opened(server, host, port);
  if (refused !== undefined) return { outcome: 'refused', message: refused, remedy };
  const address = server.address();
  return {
    outcome: 'serving',
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const remedy = 'Give METRICS another port, or an address of this machine and a port, such as 127.0.0.1:9464.';

/** Why it does not listen, if it does not. */
function opened(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', ({ message }) => resolve(`Measures cannot be given on ${host}:${port}: ${message}`));
    server.listen(port, host, () => resolve(undefined));
  });
}

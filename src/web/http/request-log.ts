import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';

/** One line a request: method, route, status, time. Never the address itself: it can hold a token. */
export function logRequests(server: Server, log: Logger): void {
  server.on('after', (request: Request, response: Response) => {
    const route = routeOf(request);
    const line = {
      method: request.method,
      route,
      status: response.statusCode,
      ms: Date.now() - request.time(),
    };
    if (quiet.has(route)) log.debug(line, 'request');
    else log.info(line, 'request');
  });
}

/** Asked every few seconds by whatever watches the program. */
const quiet: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

function routeOf(request: Request): string {
  // Typed as always there, absent when nothing matched.
  const route: { path?: string | RegExp } | undefined = request.getRoute();
  return String(route?.path ?? 'none');
}

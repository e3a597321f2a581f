import type { Logger } from 'pino';
import restify, { type Next, type Request, type RequestHandler, type Response, type Server } from 'restify';
import { keepUpgraded } from './drain.ts';
import { answerErrors } from './errors.ts';
import { defaultLimits, type HttpLimits } from './limits.ts';
import type { Refuse } from './refuse.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerOptions {
  readonly log: Logger;
  readonly refuse: Refuse;
  /** Who may show the pages in a frame, as Content-Security-Policy writes it. */
  readonly frameAncestors: readonly string[];
  readonly limits?: Partial<HttpLimits>;
}

/**
 * The HTTP server, with its limits and no route: what it serves is mounted on it, in any order, then `listen` opens it.
 * A request passes the guard, routing, the JSON body, its handler. Handlers are async functions: what an async one
 * throws is answered and logged, what a plain one throws ends the process.
 */
export function createServer({ log, refuse, frameAncestors, limits: given }: ServerOptions): Server {
  const limits = { ...defaultLimits, ...given };
  // No name, no `Server` header. Restify's types know another logger than the one it takes.
  const server = Object.assign(restify.createServer({ name: '' }), { log });
  const { server: http } = server;
  Object.assign(http, {
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAlive,
    connectionsCheckingInterval: limits.checkEvery,
    maxConnections: limits.connections,
  });
  server.pre(guard({ refuse, longestBody: limits.body, frameAncestors, staying: () => http.listening }));
  // `maxBodySize` is missing in the types of this parser, which reads no form and no file.
  const bodies = { mapParams: false, maxBodySize: limits.body };
  server.use(restify.plugins.jsonBodyParser(bodies));
  answerErrors(server, { refuse, log });
  logRequests(server, log);
  keepUpgraded(server);
  return server;
}

interface GuardOptions {
  readonly refuse: Refuse;
  readonly longestBody: number;
  readonly frameAncestors: readonly string[];
  /** Whether the server goes on after this answer; when not, the connection ends with it. */
  readonly staying: () => boolean;
}

/** Stands before routing: dresses every answer, and turns away bodies that must not be read. */
function guard({ refuse, longestBody, frameAncestors, staying }: GuardOptions): RequestHandler {
  const headers = securityHeaders(frameAncestors);
  return function stand(request: Request, response: Response, next: Next) {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (!staying()) response.setHeader('Connection', 'close');
    // Restify inflates before any check, and an error in there ends the process.
    if (request.headers['content-encoding'] !== undefined) {
      refuse(request, response, 'compressed', { 'Accept-Encoding': 'identity' });
      return next(false);
    }
    if (Number(request.headers['content-length'] ?? 0) > longestBody) {
      refuse(request, response, 'too-large');
      return next(false);
    }
    return next();
  };
}

/** One line a request: method, route, status, time. Never the address itself: it can hold a token. */
function logRequests(server: Server, log: Logger): void {
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

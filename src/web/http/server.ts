import type { Logger } from 'pino';
import restify, { type Server } from 'restify';
import { answerErrors } from './errors.ts';
import { guard } from './guard.ts';
import { defaultLimits, type HttpLimits } from './limits.ts';
import type { Refuse } from './refuse.ts';
import { logRequests } from './request-log.ts';
import { keepUpgraded } from './upgrades.ts';

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

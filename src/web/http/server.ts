import type { IncomingMessage } from 'node:http';
import { type Logger, pino } from 'pino';
import restify, { type Server } from 'restify';
import { asOne } from './as-one.ts';
import { compressAnswers } from './compression/compress-answers.ts';
import { keepUpgraded } from './drain.ts';
import { answerErrors, createOnFault } from './errors.ts';
import { containFaults } from './faults/contain.ts';
import { encloseHandlers } from './faults/enclose-handlers.ts';
import { leaveFinalSlash } from './final-slash.ts';
import { createGuard } from './guard.ts';
import { defaultLimits, type HttpLimits } from './limits.ts';
import { observeRequests, type RequestWatch, resumeObserving } from './observe-requests.ts';
import type { Refuse } from './refuse.ts';
import { logRequests } from './request-log.ts';
import { type PageSetting, securityHeaders } from './security-headers.ts';

export interface ServerOptions extends PageSetting {
  readonly log: Logger;
  readonly refuse: Refuse;
  readonly limits?: Partial<HttpLimits>;
  /** Absent: nothing is observed. */
  readonly watch?: RequestWatch;
}

/**
 * The HTTP server, with its limits and no route: what it serves is mounted on it, in any order, then `listen` opens it.
 * A request passes the guard, routing, the JSON body, its handler. What goes wrong with it, wherever, is answered and
 * logged (`containFaults`), and ends nothing else.
 */
export function createServer({ log, refuse, limits: given, watch, ...setting }: ServerOptions): Server {
  const limits = { ...defaultLimits, ...given };
  // No name, no `Server` header. Restify is given a log that keeps nothing: in its own it writes whole requests.
  const server = Object.assign(restify.createServer({ name: '' }), { log: pino({ level: 'silent' }) });
  const { server: http } = server;
  Object.assign(http, {
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAlive,
    connectionsCheckingInterval: limits.checkEvery,
    maxConnections: limits.connections,
    shouldUpgradeCallback: asksForWebSocket,
  });
  const onFault = createOnFault(log);
  containFaults(server, onFault);
  encloseHandlers(server, onFault);
  answerErrors(server, { refuse, log });
  logRequests(server, log);
  if (watch !== undefined) observeRequests(server, watch);
  const headers = securityHeaders(setting);
  const guard = createGuard({ refuse, longestBody: limits.body, headers, staying: () => http.listening });
  server.pre(asOne(guard, leaveFinalSlash, compressAnswers));
  // `maxBodySize` is missing in the types of this parser, which reads no form and no file.
  const bodies = { mapParams: false, maxBodySize: limits.body };
  server.use(restify.plugins.jsonBodyParser(bodies));
  if (watch !== undefined) resumeObserving(server, watch);
  keepUpgraded(server);
  return server;
}

/** Any other upgrade (curl and some proxies ask for `h2c`) is ignored, and answered as HTTP/1.1 (RFC 9110, section 7.8). */
const asksForWebSocket = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && /^websocket$/i.test(headers.upgrade ?? '');

import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';

/** What else the line of a request has to say. */
interface Note {
  readonly level: 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * One line a request, once its answer is over: method, route, status, time. Never the address itself, which can hold a
 * token, nor anything else of what was sent: a stranger writes one short line, whatever they send.
 */
export function logRequests({ server: http }: Server, log: Logger): void {
  // Restify makes each request and answer one of its own before anybody is told of it.
  http.on('request', (request: Request, response: Response) => watch(request, response, log));
  http.on('checkContinue', (request: Request, response: Response) => watch(request, response, log));
}

/** Adds to the line of a request, and raises its level. One that comes after the line has a line of its own. */
export function note(request: IncomingMessage | undefined, its: Note, log: Logger): void {
  if (request !== undefined && lines.get(request) === 'open') lines.set(request, its);
  else log[its.level](its.fields, its.message);
}

/** Of each request: its line is to be written, with a note or without, or is written. */
const lines = new WeakMap<IncomingMessage, Note | 'open' | 'written'>();

function watch(request: Request, response: Response, log: Logger): void {
  const began = performance.now();
  lines.set(request, 'open');
  response.once('close', () => {
    const its = lines.get(request);
    lines.set(request, 'written');
    const route = routeOf(request);
    const ms = Math.round(performance.now() - began);
    const line = { method: request.method, route, status: response.statusCode, ms };
    if (typeof its === 'object') log[its.level]({ ...line, ...its.fields }, its.message);
    else log[quiet.has(route) ? 'debug' : 'info'](line, 'request');
  });
}

/** Asked every few seconds by whatever watches the program. */
const quiet: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/** The route as it was mounted; `none` where nothing matched. */
export function routeOf(request: Request): string {
  // Typed as always there, absent when nothing matched.
  const route: { path?: string | RegExp } | undefined = request.getRoute();
  return String(route?.path ?? 'none');
}

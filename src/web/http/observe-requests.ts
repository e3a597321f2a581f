import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Next, Request, Response, Server } from 'restify';
import { type Observer, unobserved } from '#src/observability/observer.ts';
import { routeOf } from './request-log.ts';

/** Where requests are observed, and whose `traceparent` counts: a stranger would write into the operator's traces. */
export interface RequestWatch {
  readonly observer: Observer;
  readonly trusts: (request: IncomingMessage) => boolean;
}

/** Observes each request from its arrival to the end of its answer. To be called before any other hook is set. */
export function observeRequests(server: Server, { observer, trusts }: RequestWatch): void {
  if (observer === unobserved) return;
  server.pre((request: Request, response: Response, next: Next) => {
    const parent = trusts(request) ? request.headers.traceparent : undefined;
    const step = {
      ...({ name: 'request', method: request.method ?? '' } as const),
      ...(typeof parent === 'string' && { parent }),
    };
    const work = async () => {
      const over = once(response, 'close');
      contexts.set(request, AsyncLocalStorage.snapshot());
      next();
      await over;
    };
    void observer.during(step, work, () => ({ route: routeOf(request), status: response.statusCode }));
  });
}

/**
 * Goes on within what observes a request, once its body is read: bytes arrive in the context of their connection, which is that of
 * no request. To be called after the parser of bodies is set.
 */
export function resumeObserving(server: Server, { observer }: RequestWatch): void {
  if (observer === unobserved) return;
  server.use((request: Request, _response: Response, next: Next) => {
    const within = contexts.get(request);
    if (within === undefined) next();
    else within(() => next());
  });
}

const contexts = new WeakMap<IncomingMessage, ReturnType<typeof AsyncLocalStorage.snapshot>>();

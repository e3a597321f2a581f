import type { Next, Request, RequestHandler, RequestHandlerType, Response, Server } from 'restify';
import type { OnFault } from './place.ts';

/** What a handler threw, whatever it was: restify reads meaning into names and texts of errors, and into strings. */
export class HandlerFault extends Error {
  override readonly name = 'HandlerFault';

  constructor(cause: unknown) {
    super('A handler failed', { cause });
  }
}

/**
 * From now on, whatever is mounted on the server is enclosed: what it throws, at once or later, is an error of its
 * request, and what it returns is let go. Restify would write that in its log: an answer with its request, cookie,
 * words and all.
 */
export function encloseHandlers(server: Server, onFault: OnFault): void {
  const enclosed = (handlers: readonly RequestHandlerType[]) =>
    handlers.flat().map((handler) => enclose(handler, onFault));
  for (const hook of ['pre', 'use'] as const) {
    const add = server[hook].bind(server);
    server[hook] = (...handlers) => add(...enclosed(handlers));
  }
  for (const verb of ['get', 'head', 'post', 'put', 'patch', 'del', 'opts'] as const) {
    const mount = server[verb].bind(server);
    server[verb] = (path, ...handlers) => mount(path, ...enclosed(handlers));
  }
}

/** Restify tells handlers apart by how many arguments they take: async ones two, plain ones `next` as well. */
function enclose(handler: RequestHandler, onFault: OnFault): RequestHandler {
  if (handler.length < 3)
    return async (request: Request, response: Response) => {
      try {
        await handler(request, response, () => undefined);
      } catch (cause) {
        throw new HandlerFault(cause);
      }
    };
  return (request: Request, response: Response, next: Next) => {
    let passed = false;
    const pass: Next = (outcome) => {
      if (passed) return;
      passed = true;
      next(outcome);
    };
    const failed = (error: unknown) => (passed ? onFault(error, { request }) : pass(new HandlerFault(error)));
    // Most do what they do at once: each request passes several.
    try {
      const later: unknown = handler(request, response, pass);
      if (later instanceof Promise) later.catch(failed);
    } catch (error) {
      failed(error);
    }
  };
}

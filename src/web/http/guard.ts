import type { Next, Request, RequestHandler, Response } from 'restify';
import type { Refuse } from './refuse.ts';
import { securityHeaders } from './security-headers.ts';

export interface GuardOptions {
  readonly refuse: Refuse;
  readonly longestBody: number;
  readonly frameAncestors: readonly string[];
  /** Whether the server goes on after this answer; when not, the connection ends with it. */
  readonly staying: () => boolean;
}

/** Stands before routing: dresses every answer, and turns away bodies that must not be read. */
export function guard({ refuse, longestBody, frameAncestors, staying }: GuardOptions): RequestHandler {
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

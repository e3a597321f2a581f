import type { Next, Request, RequestHandler, Response } from 'restify';
import { longestUpload, takesFile } from './limits.ts';
import type { Refuse } from './refuse.ts';

interface GuardOptions {
  readonly refuse: Refuse;
  readonly longestBody: number;
  /** What every answer carries. */
  readonly headers: readonly (readonly [string, string])[];
  /** Whether the server goes on after this answer; when not, the connection ends with it. */
  readonly staying: () => boolean;
}

/** Stands before routing: dresses every answer, and turns away what must be neither routed nor read. */
export function createGuard({ refuse, longestBody, headers, staying }: GuardOptions): RequestHandler {
  return function stand(request: Request, response: Response, next: Next) {
    for (const [name, value] of headers) response.setHeader(name, value);
    // Node reads nothing that follows closely on an upgrade that was ignored.
    const isLast = !staying() || request.headers.upgrade !== undefined;
    if (isLast) response.setHeader('Connection', 'close');
    if (!isAddressed(request)) {
      refuse(request, response, 'malformed');
      return next(false);
    }
    // Restify inflates before any check, and an error in there ends the process.
    if (request.headers['content-encoding'] !== undefined) {
      refuse(request, response, 'compressed', { 'Accept-Encoding': 'identity' });
      return next(false);
    }
    const longest = takesFile(request.path()) ? Math.max(longestUpload, longestBody) : longestBody;
    if (Number(request.headers['content-length'] ?? 0) > longest) {
      refuse(request, response, 'too-large');
      return next(false);
    }
    return next();
  };
}

/**
 * Whether Host and request line make an address (RFC 9112, section 3.2). Restify builds a `URL` of the two once these
 * hooks are done, where nothing catches what that throws: it is built here first, and restify keeps it. A Host with a
 * path, a query or a name in it would be routed by what it holds instead of by the request line.
 */
function isAddressed(request: Request): boolean {
  const { headers, rawHeaders, url = '', method } = request;
  if (isNamedTwice(rawHeaders) || /^$|[\s/?#@\\]/.test(headers.host ?? 'none')) return false;
  if (!/^(\/|https?:\/\/)/i.test(url) && !(url === '*' && method === 'OPTIONS')) return false;
  try {
    return request.getUrl() !== undefined;
  } catch {
    return false;
  }
}

/** Whether a request names its host more than once; `rawHeaders`: names and values in turn. */
function isNamedTwice(rawHeaders: readonly string[]): boolean {
  let named = 0;
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]?.length === 4 && rawHeaders[i]?.toLowerCase() === 'host') named += 1;
  return named > 1;
}

import { randomBytes } from 'node:crypto';
import { types } from 'node:util';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { StoreUnavailable } from '#store/store.ts';
import type { HttpRefusal, Refuse } from './refuse.ts';

/**
 * Answers whatever a handler throws: 503 while the store takes no writes, 500 for a mistake of ours. The log has the
 * error under an incident number; the caller gets the number alone, in `X-Incident`, to quote it.
 */
export function answerErrors(server: Server, { refuse, log }: { refuse: Refuse; log: Logger }): void {
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    const refusal = refusalOf(error);
    const ours = refusal === 'failed' || refusal === 'unavailable';
    const incident = ours ? randomBytes(6).toString('hex') : undefined;
    if (ours) log.error({ incident, failure: failure(error) }, 'request failed');
    // An answer begun cannot be taken back: it is cut, and restify must not try another one.
    if (response.headersSent) return void (response.writableEnded || response.destroy());
    refuse(request, response, refusal, incident === undefined ? {} : { 'X-Incident': incident });
    done();
  });
}

/** Restify's own refusals, by the name of their error. Any other error is ours, whatever status it speaks of. */
const named: Readonly<Record<string, HttpRefusal>> = {
  ResourceNotFoundError: 'not-found',
  MethodNotAllowedError: 'method-not-allowed',
  InvalidContentError: 'malformed',
  BadRequestError: 'malformed',
  BadDigestError: 'malformed',
  PayloadTooLargeError: 'too-large',
  UnsupportedMediaTypeError: 'compressed',
  RequestCloseError: 'malformed',
  RequestAbortedError: 'malformed',
};

function refusalOf(error: unknown): HttpRefusal {
  if (error instanceof StoreUnavailable) return 'unavailable';
  return (isError(error) ? named[error.name] : undefined) ?? 'failed';
}

/** What a log may say of an error: never its other properties, which can hold what a person wrote. */
interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  /** What the operator can do. */
  readonly remedy?: string;
  readonly cause?: Failure;
}

export function failure(error: unknown, depth = 3): Failure {
  if (!isError(error)) return { name: typeof error, message: 'something other than an error was thrown' };
  const { name, message, stack, cause } = error;
  return {
    name,
    message: message.slice(0, longest),
    ...(stack !== undefined && { stack: stack.slice(0, longest) }),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('remedy' in error && typeof error.remedy === 'string' && { remedy: error.remedy }),
    ...(cause !== undefined && depth > 0 && { cause: failure(cause, depth - 1) }),
  };
}

/** Old libraries inherit by hand, and an error can come from another realm: either test misses some. */
function isError(error: unknown): error is Error {
  return error instanceof Error || types.isNativeError(error);
}

const longest = 4000;

import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { StoreUnavailable } from '#store/store.ts';
import { HandlerFault } from './faults/enclose-handlers.ts';
import type { OnFault, Place } from './faults/place.ts';
import type { HttpRefusal, Refuse } from './refuse.ts';
import { note } from './request-log.ts';

interface ErrorParts {
  readonly refuse: Refuse;
  readonly log: Logger;
}

/**
 * Answers what restify itself refuses, and what handlers and hooks throw: 503 while the store takes no writes, 500 for a
 * mistake of ours. The log has the error under an incident number; the caller gets the number alone, in `X-Incident`, to
 * quote it.
 */
export function answerErrors(server: Server, { refuse, log }: ErrorParts): void {
  // Restify is not told that this is done: it would answer once more.
  server.on('restifyError', (request: Request, response: Response, given: unknown) => {
    const error = given instanceof HandlerFault ? given.cause : given;
    const known = given === error ? refusalOfRestify(error) : undefined;
    const incident = known === undefined ? tell(log, error, { request, response }) : undefined;
    // An answer begun cannot be taken back: it is cut.
    if (response.headersSent) return void (response.writableEnded || response.destroy());
    const refusal = known ?? (error instanceof StoreUnavailable ? 'unavailable' : 'failed');
    refuse(request, response, refusal, incident === undefined ? {} : { 'X-Incident': incident });
  });
}

/** Tells any other error of a request, and cuts what was under way: nobody knows how far it had come. */
export function createOnFault(log: Logger): OnFault {
  return (error, place) => {
    tell(log, error, place);
    if (place.response === undefined) place.socket?.destroy();
    else if (!place.response.writableEnded) place.response.destroy();
  };
}

/** Says under which number the log has it. */
function tell(log: Logger, error: unknown, { request, response }: Place): string {
  const incident = randomBytes(6).toString('hex');
  const its = { level: 'error', message: 'request failed', fields: { incident, failure: error } } as const;
  // Whoever left in the middle of a form has not met a mistake of ours.
  const left = request?.destroyed && !request.complete && !response?.headersSent;
  if (!left) note(request, its, log);
  return incident;
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

const refusalOfRestify = (error: unknown): HttpRefusal | undefined =>
  error instanceof Error ? named[error.name] : undefined;

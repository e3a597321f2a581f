import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'restify';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { pageLanguage } from './pages/page-language.ts';

/** Why a request is refused, and the HTTP status that says so. */
const refusals = {
  malformed: 400,
  unauthorised: 401,
  forbidden: 403,
  closed: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  gone: 410,
  'too-large': 413,
  compressed: 415,
  failed: 500,
  unsaid: 502,
  unavailable: 503,
} as const;
export type HttpRefusal = keyof typeof refusals;

/**
 * Says no in JSON, `{ error: { code, message } }`, in the caller's language; never with a stack. Under the programming
 * interface, as problem details (RFC 9457), which is what its callers read.
 */
export type Refuse = (
  request: Request,
  response: Response,
  refusal: HttpRefusal,
  headers?: Readonly<Record<string, string>>,
) => void;

export function createRefuse({ languages, say }: Pick<Phrases, 'languages' | 'say'>): Refuse {
  return (request, response, refusal, headers = {}) => {
    const language = pageLanguage(request.headers['accept-language'], languages);
    const message = say(language)(`server.refused.${refusal}`);
    const status = refusals[refusal];
    const asProblem = isInterface(request.url ?? '');
    const text = JSON.stringify(
      asProblem
        ? { type: 'about:blank', title: STATUS_CODES[status], status, detail: message }
        : { error: { code: refusal, message } },
    );
    // By Node alone: what failed may have failed before restify knew of the request.
    response.writeHead(status, {
      'Content-Type': `application/${asProblem ? 'problem+json' : 'json'}; charset=utf-8`,
      'Content-Length': String(Buffer.byteLength(text)),
      'Content-Language': language,
      'Cache-Control': 'no-store',
      ...(refusal === 'unauthorised' && { 'WWW-Authenticate': 'Bearer' }),
      ...(refusal === 'unavailable' && { 'Retry-After': '10' }),
      ...headers,
    });
    response.end(text);
  };
}

/** The addresses under `/api` that are older speak another language, which their callers know. */
const isInterface = (path: string): boolean => /^\/api\/(?!messages|my-data|my-scenario)/.test(path);

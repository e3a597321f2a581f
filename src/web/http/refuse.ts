import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'restify';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { isForPrograms } from './for-programs.ts';
import type { PageFiles } from './pages/document.ts';
import { pageLanguage } from './pages/page-language.ts';
import { refusalPage } from './pages/refusal-page.ts';

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
 * Says no, in the caller's language and never with a stack: to a browser as a page, to programs in JSON,
 * `{ error: { code, message } }`; under the programming interface as problem details (RFC 9457), which is what its callers read.
 */
export type Refuse = (
  request: Request,
  response: Response,
  refusal: HttpRefusal,
  headers?: Readonly<Record<string, string>>,
) => void;

/** `dress`: where a page finds its files by now; `inSpace`: the same as a page of the facilitator's space, where it can be dressed. */
export function createRefuse(
  { languages, say }: Pick<Phrases, 'languages' | 'say'>,
  dress: () => PageFiles = () => ({ base: '' }),
  inSpace: (request: Request, refusal: HttpRefusal) => string | undefined = () => undefined,
): Refuse {
  return (request, response, refusal, headers = {}) => {
    const language = pageLanguage(request.headers['accept-language'], languages);
    const words = say(language);
    const message = words(`server.refused.${refusal}`);
    const status = refusals[refusal];
    const path = request.url ?? '';
    // Nobody but people opens the space: whatever a browser says that it takes, it is answered with a page.
    const { type, text } =
      isForBrowser(request) || isOfSpace(path)
        ? {
            type: 'text/html',
            text:
              (isOfSpace(path) ? inSpace(request, refusal) : undefined) ??
              refusalPage(
                { path, message, isMissing: refusal === 'not-found' },
                { language, say: words, addresses: dress() },
              ),
          }
        : asData(path, refusal, message);
    // By Node alone: what failed may have failed before restify knew of the request.
    response.writeHead(status, {
      'Content-Type': `${type}; charset=utf-8`,
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

function asData(path: string, refusal: HttpRefusal, message: string) {
  const status = refusals[refusal];
  return isInterface(path)
    ? {
        type: 'application/problem+json',
        text: JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail: message }),
      }
    : { type: 'application/json', text: JSON.stringify({ error: { code: refusal, message } }) };
}

/** Whether whoever asks reads pages, as browsers do. */
export const takesPages = ({ headers }: Request): boolean => /\btext\/html\b/.test(headers.accept ?? '');

const isForBrowser = (request: Request): boolean => takesPages(request) && !isForPrograms(request.url ?? '');

const isOfSpace = (path: string): boolean => /^\/+animation(\/|\?|$)/.test(path);

/** The addresses under `/api` that are older speak another language, which their callers know. */
const isInterface = (path: string): boolean => /^\/api\/(?!messages|my-data|my-scenario)/.test(path);

import type { Request, Response } from 'restify';
import type { Phrases } from '#domain/phrases.ts';
import { pageLanguage } from './page/page-language.ts';

/** Why a request is refused, and the HTTP status that says so. */
const refusals = {
  malformed: 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  gone: 410,
  'too-large': 413,
  compressed: 415,
  failed: 500,
  unavailable: 503,
} as const;
export type Refusal = keyof typeof refusals;

/** Says no in JSON, `{ error: { code, message } }`, in the caller's language; never with a stack. */
export type Refuse = (
  request: Request,
  response: Response,
  refusal: Refusal,
  headers?: Readonly<Record<string, string>>,
) => void;

export function createRefuse({ languages, say }: Pick<Phrases, 'languages' | 'say'>): Refuse {
  return (request, response, refusal, headers = {}) => {
    const language = pageLanguage(request.headers['accept-language'], languages);
    const message = say(language)(`server.refused.${refusal}`);
    const text = JSON.stringify({ error: { code: refusal, message } });
    response.sendRaw(refusals[refusal], text, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(text)),
      'Content-Language': language,
      'Cache-Control': 'no-store',
      ...(refusal === 'unauthorised' && { 'WWW-Authenticate': 'Bearer' }),
      ...(refusal === 'unavailable' && { 'Retry-After': '10' }),
      ...headers,
    });
  };
}

import type { Request, Response, Server } from 'restify';
import { keyHolder } from '#application/actor.ts';
import { answer } from '#web/http/answer.ts';
import { busyHeaders } from '#web/http/pages/busy-page.ts';
import { pageLanguage } from '#web/http/pages/page-language.ts';
import type { MakeLimit } from '#web/http/rate.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';
import type { Bearer, ReadBearer } from './bearer.ts';
import { type Described, mountDescription } from './description/mount-description.ts';
import { type ApiProblem, problem, problemBody, problems } from './problem.ts';
import type { ApiAnswer, Route } from './route.ts';

export interface ApiOptions extends Described {
  readonly readBearer: ReadBearer;
  readonly now: () => string;
  readonly addressOf: ClientAddress;
  readonly limit: MakeLimit;
}

/** Calls a key may make at once, and each second from then on; and an address that shows no key that is known. */
const rates = { key: { burst: 120, perSecond: 4 }, stranger: { burst: 60, perSecond: 0.5 } } as const;

const verbs = { get: 'get', post: 'post', put: 'put', patch: 'patch', delete: 'del' } as const;

/** The programming interface: every route of the table, and what describes them. */
export function mountApi(server: Server, options: ApiOptions): void {
  const { routes, languages, say, now } = options;
  const admitted = createAdmission(options);
  for (const one of routes) {
    server[verbs[one.method]](restifyPath(one.path), async (request: Request, response: Response) => {
      const language = pageLanguage(request.headers['accept-language'], languages);
      const refuse = (refusal: ApiProblem) =>
        answer(response, problems[refusal.code], problemBody(refusal, say(language)), {
          'Content-Type': 'application/problem+json; charset=utf-8',
          'Content-Language': language,
          ...(problems[refusal.code] === 401 && {
            'WWW-Authenticate': refusal.code === 'key-ended' ? 'Bearer error="invalid_token"' : 'Bearer',
          }),
          ...(refusal.code === 'too-often' && { 'Retry-After': `${refusal.values?.seconds ?? 1}` }),
          ...(refusal.code === 'busy' && busyHeaders),
        });
      const bearer = await admitted(request, one);
      if ('kind' in bearer) return refuse(bearer);
      if (bearer.endsOn !== undefined) response.setHeader('Key-Ends-On', bearer.endsOn);
      const answered = await one.answer({
        ...{ actor: keyHolder(bearer), language, say: say(language), now: now() },
        ifMatch: request.headers['if-match'],
        params: { ...request.params },
        query: Object.fromEntries(new URLSearchParams(request.getQuery())),
        body: request.body,
      });
      if (answered.kind === 'problem') return refuse(answered);
      write(response, answered);
    });
  }
  mountDescription(server, options);
}

/** Whose key a call bears, if it opens the route; else why not. */
function createAdmission({
  readBearer,
  addressOf,
  limit,
}: Pick<ApiOptions, 'readBearer' | 'addressOf' | 'limit'>) {
  const [key, stranger] = [limit('api key', rates.key), limit('api stranger', rates.stranger)];
  return async (request: Request, { scopes }: Route): Promise<Bearer | ApiProblem> => {
    const bearer = await readBearer(request.headers.authorization);
    const isKnown = bearer !== undefined && bearer !== 'ended';
    const seconds = await (isKnown ? key(bearer.id) : stranger(addressOf(request)));
    if (seconds > 0) return problem('too-often', { values: { seconds } });
    if (!isKnown) return problem(bearer === 'ended' ? 'key-ended' : 'unauthorised');
    return scopes.every((scope) => bearer.scopes.includes(scope)) ? bearer : problem('forbidden');
  };
}

function write(response: Response, answered: Exclude<ApiAnswer, ApiProblem>): void {
  switch (answered.kind) {
    case 'json':
      answer(response, answered.status, answered.body, answered.headers);
      break;
    case 'empty':
      response.writeHead(204, { 'Cache-Control': 'no-store' });
      response.end();
      break;
    case 'file':
      response.sendRaw(200, Buffer.from(answered.bytes), {
        'Content-Type': answered.type,
        'Content-Disposition': `attachment; filename="${answered.name}"`,
        'Cache-Control': 'no-store',
      });
      break;
  }
}

const restifyPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

import type { Request } from 'restify';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { pageLanguage } from '#web/http/pages/page-language.ts';
import { cookieIn } from '#web/http/request/cookies.ts';
import type { AdminVisit } from './visit.ts';

/** A request to the space: in the language that was asked for, chosen before, or else that of the browser. */
export function visitOf(
  request: Request,
  { languages, say, now }: Pick<Phrases, 'languages' | 'say'> & { readonly now: () => string },
): AdminVisit {
  const query = new URLSearchParams(request.getQuery());
  const chosen = cookieIn(request.headers.cookie, 'langue');
  const wanted = [query.get('lang'), chosen].flatMap((one) => languages.filter((it) => it === one));
  const language = wanted[0] ?? pageLanguage(request.headers['accept-language'], languages);
  const params = Object.fromEntries(
    Object.entries(request.params ?? {}).map(([name, value]) => [name, String(value)]),
  );
  return { language, languages, say: say(language), path: request.path(), params, query, now: now() };
}

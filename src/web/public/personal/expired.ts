import type { Request, Response } from 'restify';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { pageLanguage } from '#web/http/pages/page-language.ts';
import { wordPage } from '#web/http/pages/word-page.ts';
import { type Refuse, takesPages } from '#web/http/refuse.ts';

/** Answers a personal link that leads nowhere any more: a page for people, a refusal for programs. */
export type Expired = (request: Request, response: Response) => Promise<void>;

/** The files that such a page needs. */
type Worn = Pick<Addresses, 'base' | 'style' | 'icon'>;

export function createExpired(
  phrases: Pick<Phrases, 'languages' | 'say'>,
  refuse: Refuse,
  assets: Promise<{ readonly addresses: Worn }>,
): Expired {
  return async (request, response) => {
    if (!takesPages(request)) return refuse(request, response, 'gone');
    const language = pageLanguage(request.headers['accept-language'], phrases.languages);
    const { addresses } = await assets;
    const say = phrases.say(language);
    const told = { title: say('server.link-expired.title'), lines: [say('server.link-expired.advice')] };
    response.sendRaw(410, wordPage(told, { language, say, addresses }), {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
  };
}

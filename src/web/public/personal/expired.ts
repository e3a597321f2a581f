import type { Request, Response } from 'restify';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { html } from '#web/http/pages/html.ts';
import { pageLanguage } from '#web/http/pages/page-language.ts';
import type { Refuse } from '#web/http/refuse.ts';

/** Answers a personal link that leads nowhere any more: a page for people, a refusal for programs. */
export type Expired = (request: Request, response: Response) => void;

export function createExpired(phrases: Pick<Phrases, 'languages' | 'say'>, refuse: Refuse): Expired {
  return (request, response) => {
    if (!/\btext\/html\b/.test(request.headers.accept ?? '')) return refuse(request, response, 'gone');
    const language = pageLanguage(request.headers['accept-language'], phrases.languages);
    response.sendRaw(410, expiredPage(language, phrases), {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
  };
}

function expiredPage(language: string, phrases: Pick<Phrases, 'say'>): string {
  const say = phrases.say(language);
  return html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say('server.link-expired.title')}</title>
<main>
  <h1>${say('server.link-expired.title')}</h1>
  <p>${say('server.link-expired.advice')}</p>
</main>
</html>
`.html;
}

import type { Request, Response, Server } from 'restify';
import type { Phrases } from '#domain/phrases.ts';
import { html } from './page/html.ts';
import { pageLanguage } from './page/page-language.ts';
import type { Refuse } from './refuse.ts';

/** Everything kept of a person, as a file of theirs. */
interface MyData {
  readonly filename: string;
  /** Sent as JSON. */
  readonly body: unknown;
}

export interface MyDataOptions {
  /** What a link's token leads to; nothing when it is forged or past its time, or when the person was erased. */
  readonly myData: (token: string) => Promise<MyData | undefined>;
  readonly phrases: Pick<Phrases, 'languages' | 'say'>;
  readonly refuse: Refuse;
}

/** `GET /api/my-data?t=…`: a person downloads what is kept of them; past the link's time, they read how to ask again. */
export function mountMyData(server: Server, { myData, phrases, refuse }: MyDataOptions): void {
  server.get('/api/my-data', async (request: Request, response: Response) => {
    const token = new URLSearchParams(request.getQuery()).get('t') ?? '';
    const found = token === '' ? undefined : await myData(token);
    if (found !== undefined) return download(response, found);
    if (!/\btext\/html\b/.test(request.headers.accept ?? '')) return refuse(request, response, 'gone');
    const language = pageLanguage(request.headers['accept-language'], phrases.languages);
    response.sendRaw(410, expiredPage(language, phrases), {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
  });
}

function download(response: Response, { filename, body }: MyData): void {
  const safe = filename.replace(/[^\w.-]+/g, '-').slice(0, 100);
  response.sendRaw(200, `${JSON.stringify(body, undefined, 2)}\n`, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${safe}"`,
    'Cache-Control': 'no-store',
  });
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

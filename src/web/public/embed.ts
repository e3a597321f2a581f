import type { Request, Response, Server } from 'restify';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { forOtherSites } from '#web/http/security-headers.ts';
import { serveGet } from '#web/http/serve-get.ts';

/** `/integration.js`, for the pages of other sites; which of them may show a conversation is told by that page itself. */
export function mountEmbed(server: Server, { languages, say }: Pick<Phrases, 'languages' | 'say'>): void {
  const script = integration(
    Object.fromEntries(languages.map((language) => [language, say(language)('invite.embed.frame-title')])),
  );
  serveGet(server, '/integration.js', async (_: Request, response: Response) => {
    response.sendRaw(200, script, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': `public, max-age=${aDay}`,
      ...forOtherSites,
    });
  });
}

/** Long enough to cost a town's pages nothing, short enough for a mended script to arrive. */
const aDay = 86_400;

/**
 * The script that a town's page asks for: it puts the conversation right after itself, in a frame that may do nothing
 * but converse, and does nothing else. `titles`: what the frame is called, by the language of the page around it.
 * It is text, not a bundle: a few lines that whoever keeps the town's site can read before they trust them.
 */
const integration = (titles: Readonly<Record<string, string>>): string => `(() => {
  const script = document.currentScript;
  const code = script?.dataset.consultation;
  if (!code) return;
  const titles = ${JSON.stringify(titles).replaceAll('<', '\\u003c')};
  const language = document.documentElement.lang.slice(0, 2).toLowerCase();
  const frame = document.createElement('iframe');
  frame.src = new URL('c/' + encodeURIComponent(code), script.src).href;
  frame.title = script.dataset.title || titles[language] || Object.values(titles)[0];
  frame.loading = 'lazy';
  frame.allow = '';
  frame.referrerPolicy = 'no-referrer';
  Object.assign(frame.style, { display: 'block', width: '100%', height: '720px', maxHeight: '80vh', border: '0' });
  script.after(frame);
})();
`;

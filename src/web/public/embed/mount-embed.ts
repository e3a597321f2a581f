import type { Request, Response, Server } from 'restify';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { integration } from './integration.ts';

/** `/integration.js`, for the pages of other sites; which of them may show a conversation is told by that page itself. */
export function mountEmbed(server: Server, { languages, say }: Pick<Phrases, 'languages' | 'say'>): void {
  const script = integration(
    Object.fromEntries(languages.map((language) => [language, say(language)('invite.embed.frame-title')])),
  );
  server.get('/integration.js', async (_: Request, response: Response) => {
    response.sendRaw(200, script, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': `public, max-age=${aDay}`,
    });
  });
}

/** Long enough to cost a town's pages nothing, short enough for a mended script to arrive. */
const aDay = 86_400;

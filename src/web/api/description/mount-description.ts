import type { Request, Response, Server } from 'restify';
import type { Language } from '#domain/catalogue/language.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { answer } from '#web/http/answer.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import { pageHeaders } from '#web/http/pages/known-consultation.ts';
import { wantedLanguage } from '#web/http/pages/page-language.ts';
import { serveGet } from '#web/http/serve-get.ts';
import type { Route } from '../route.ts';
import { openApi } from './open-api.ts';
import { referencePage } from './reference-page.ts';

export interface Described extends Pick<Phrases, 'languages' | 'say'> {
  readonly routes: readonly Route[];
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
  readonly assets: Promise<Pick<Assets, 'addresses'>>;
}

/** `/api/openapi.json` for programs, in English, and `/api` for the people who write them, in their language. */
export function mountDescription(
  server: Server,
  { routes, languages, say, publicUrl, assets }: Described,
): void {
  // Written when it is first asked for, for most programs never are.
  const written = new Map<Language, ReturnType<typeof openApi>>();
  const described = (language: Language) => {
    const known = written.get(language) ?? openApi(routes, say(language));
    written.set(language, known);
    return known;
  };
  serveGet(server, '/api/openapi.json', async (_: Request, response: Response) => {
    answer(response, 200, { ...described('en'), servers: [{ url: publicUrl() }] });
  });
  serveGet(server, '/api', async (request: Request, response: Response) => {
    const { addresses } = await assets;
    const language = wantedLanguage(request, languages);
    const other = languages.find((one) => one !== language);
    const page = referencePage({
      ...{ description: described(language), say: say(language), language, publicUrl: publicUrl() },
      addresses: { ...addresses, style: addresses.catalogueStyle },
      ...(other !== undefined && { other }),
    });
    response.sendRaw(200, page, pageHeaders);
  });
}

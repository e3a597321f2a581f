import type { Request, Response, Server } from 'restify';
import { type Consultation, ConsultationCode } from '#domain/consultation.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Assets } from './assets.ts';
import { chatPage } from './chat-page.ts';
import { missingPage } from './missing-page.ts';
import { pageLanguage } from './page-language.ts';
import { serveAsset } from './serve-asset.ts';

export interface PageOptions extends Pick<Phrases, 'languages' | 'say'> {
  readonly consultation: (code: string) => Promise<Consultation | undefined>;
  /** The consultation that `/` opens. */
  readonly defaultCode: string;
  /** From `bundlePage()`; the first request waits for it. */
  readonly assets: Promise<Assets>;
}

/** The chat page at `/` and `/c/{code}`, the facilitator's at `/facilitator`, their files under `/assets/`. */
export function mountPages(server: Server, options: PageOptions): void {
  // A failed build is told to whoever asks for a page; unhandled, it would end the process.
  options.assets.catch(() => undefined);
  const page = (path: string, code: (req: Request) => string, facilitator: boolean) => {
    const handler = async (req: Request, res: Response) =>
      sendPage(options, req, res, code(req), facilitator);
    server.get(path, handler);
    server.head(path, handler);
  };
  page('/', () => options.defaultCode, false);
  page('/c/:code', (req) => typed(String(req.params.code)), false);
  page('/facilitator', () => options.defaultCode, true);
  server.get('/assets/:file', async (req: Request, res: Response) => {
    const { files } = await options.assets;
    const asset = files.get(`/assets/${String(req.params.file)}`);
    if (asset) serveAsset(asset, req, res);
    else res.sendRaw(404, '', { 'Cache-Control': 'no-store' });
  });
}

/** A code as a person may have copied it from paper: with capitals and accents. */
const typed = (code: string) => code.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

async function sendPage(
  options: PageOptions,
  req: Request,
  res: Response,
  code: string,
  facilitator: boolean,
) {
  const { languages, say } = options;
  const { addresses } = await options.assets;
  const known = ConsultationCode.safeParse(code).success;
  const consultation = known ? await options.consultation(code) : undefined;
  const language = pageLanguage(req.header('accept-language'), languages, consultation?.language);
  if (consultation === undefined) {
    const shown = code.slice(0, 60);
    res.sendRaw(404, missingPage(shown, language, say(language), addresses), headers);
    return;
  }
  res.sendRaw(200, chatPage({ language, languages, say, addresses, consultation, facilitator }), headers);
}

/** The server adds those that every answer carries, the content policy among them. */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  Vary: 'Accept-Language',
};

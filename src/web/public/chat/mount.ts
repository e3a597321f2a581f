import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { type Language, packOf } from '#domain/catalogue/language.ts';
import { spokenIn } from '#domain/consultation/content/spoken-in.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { chosenEncoding } from '#web/http/compression/compression.ts';
import { type Assets, serveAsset } from '#web/http/pages/assets.ts';
import {
  type ConsultationPages,
  type Known,
  knownConsultation,
  pageHeaders,
} from '#web/http/pages/known-consultation.ts';
import { wantedLanguage } from '#web/http/pages/page-language.ts';
import { contentPolicy, type PageSetting } from '#web/http/security-headers.ts';
import { serveGet } from '#web/http/serve-get.ts';
import { chatPage, pageText } from './chat-page.ts';
import { createCompressedOnce, createDrawnOnce, type FirstWords } from './greeted-page.ts';
import { mountInstall } from './mount-install.ts';

export interface PageOptions extends ConsultationPages, PageSetting, Pick<Phrases, 'packs'> {
  /** The consultation that `/` opens. */
  readonly defaultCode: string;
  /** Where the site is reached from outside. */
  readonly address: () => string;
  readonly firstWords: FirstWords;
  /** Whether people may ask to be told by e-mail. */
  readonly isTold: boolean;
  readonly assets: Promise<Assets>;
  readonly log: Pick<Logger, 'error'>;
}

/** The chat page at `/` and `/c/{code}`, the facilitator's at `/facilitator` and `/c/{code}/facilitator`, their files under `/assets/`. */
export function mountPages(server: Server, options: PageOptions): void {
  // A failed build is told to whoever asks for a page; unhandled, it would end the process.
  options.assets.catch(() => undefined);
  const send = createSendPage(options);
  const page = (path: string, code: (req: Request) => string, facilitator: boolean, framed = false) =>
    serveGet(server, path, (req, res) => send(req, res, { code: code(req), facilitator, framed }));
  page('/', () => options.defaultCode, false);
  page('/c/:code', (req) => typed(String(req.params.code)), false, true);
  page('/facilitator', () => options.defaultCode, true);
  page('/c/:code/facilitator', (req) => typed(String(req.params.code)), true);
  mountInstall(server, options);
  serveGet(server, '/assets/:file', async (req: Request, res: Response) => {
    const { files } = await options.assets;
    const asset = files.get(`/assets/${String(req.params.file)}`);
    if (asset) serveAsset(asset, req, res);
    else res.sendRaw(404, '', { 'Cache-Control': 'no-store' });
  });
}

/** A code as a person may have copied it from paper: with capitals and accents. */
const typed = (code: string) => code.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

interface Wanted {
  readonly code: string;
  readonly facilitator: boolean;
  /** Whether the sites that the consultation allows may show it. */
  readonly framed: boolean;
}

function createSendPage(options: PageOptions) {
  const { say, packs } = options;
  const drawn = createDrawnOnce(options);
  const compressed = createCompressedOnce();
  return async (req: Request, res: Response, { code, facilitator, framed }: Wanted) => {
    const found = await knownConsultation(options, req, res, code);
    if (found === undefined) return;
    const { consultation } = found;
    const language = languageFor(req, found, packs);
    const pack = packOf(packs, language);
    const assets = await options.assets;
    const page = {
      ...found,
      language,
      packs,
      say,
      assets,
      facilitator,
      publicUrl: options.address(),
      isTold: options.isTold,
    };
    // What stands on another language is set apart by the script.
    const isDrawn = !facilitator && pack.fallback === undefined;
    const firstWords = isDrawn ? await drawn(consultation, language, pageText(page, pack)) : undefined;
    const html = chatPage({ ...page, ...(firstWords && { firstWords }) });
    const encoding = chosenEncoding(req.header('accept-encoding', ''));
    const { style, opening } = assets.within;
    const frameOrigins = (framed && consultation.frameOrigins) || [];
    const setting = { ...options, frameAncestors: [...options.frameAncestors, ...frameOrigins] };
    res.sendRaw(200, (await compressed(html))[encoding], {
      ...pageHeaders,
      ...(encoding !== 'plain' && { 'Content-Encoding': encoding }),
      Vary: 'Accept-Language, Accept-Encoding',
      'Content-Security-Policy': contentPolicy(setting, { script: opening.source, style: style.source }),
    });
  };
}

/** The conversation speaks languages too in which no other page is made: of those, what the address or the browser asks for. */
function languageFor(
  req: Request,
  { consultation, languages }: Known,
  packs: PageOptions['packs'],
): Language {
  const spoken = spokenIn({ languages, packs }, consultation).map(({ language }) => language);
  return wantedLanguage(req, spoken, consultation.language);
}

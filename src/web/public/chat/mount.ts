import type { Request, Response, Server } from 'restify';
import { serveAsset } from '#web/http/pages/assets.ts';
import {
  type ConsultationPages,
  knownConsultation,
  pageHeaders,
} from '#web/http/pages/known-consultation.ts';
import { contentPolicy, type PageSetting } from '#web/http/security-headers.ts';
import { chatPage } from './chat-page.ts';

export interface PageOptions extends ConsultationPages, PageSetting {
  /** The consultation that `/` opens. */
  readonly defaultCode: string;
}

/** The chat page at `/` and `/c/{code}`, the facilitator's at `/facilitator` and `/c/{code}/facilitator`, their files under `/assets/`. */
export function mountPages(server: Server, options: PageOptions): void {
  // A failed build is told to whoever asks for a page; unhandled, it would end the process.
  options.assets.catch(() => undefined);
  const page = (path: string, code: (req: Request) => string, facilitator: boolean, framed = false) => {
    const handler = async (req: Request, res: Response) =>
      sendPage(options, req, res, { code: code(req), facilitator, framed });
    server.get(path, handler);
    server.head(path, handler);
  };
  page('/', () => options.defaultCode, false);
  page('/c/:code', (req) => typed(String(req.params.code)), false, true);
  page('/facilitator', () => options.defaultCode, true);
  page('/c/:code/facilitator', (req) => typed(String(req.params.code)), true);
  server.get('/assets/:file', async (req: Request, res: Response) => {
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

async function sendPage(
  options: PageOptions,
  req: Request,
  res: Response,
  { code, facilitator, framed }: Wanted,
) {
  const found = await knownConsultation(options, req, res, code);
  if (found === undefined) return;
  const { say } = options;
  const { addresses } = await options.assets;
  const { frameOrigins = [] } = found.consultation;
  res.sendRaw(200, chatPage({ ...found, say, addresses, facilitator }), {
    ...pageHeaders,
    ...(framed && {
      'Content-Security-Policy': contentPolicy({
        ...options,
        frameAncestors: [...options.frameAncestors, ...frameOrigins],
      }),
    }),
  });
}

import type { Request, Response, Server } from 'restify';
import { type ConsultationPages, knownConsultation } from '#web/http/pages/known-consultation.ts';
import { serveGet } from '#web/http/serve-get.ts';
import { manifest } from './manifest.ts';
import { workerScript } from './worker.ts';

/** What makes the chat page installable: `/c/{code}/manifest.webmanifest`, and `/worker.js` for the shell alone. */
export function mountInstall(server: Server, options: ConsultationPages): void {
  serveGet(server, '/c/:code/manifest.webmanifest', async (req: Request, res: Response) => {
    const found = await knownConsultation(options, req, res, String(req.params.code));
    if (found === undefined) return;
    const { addresses } = await options.assets;
    const name = options.say(found.language)('page.name');
    res.sendRaw(200, JSON.stringify(manifest({ ...found, name, addresses })), {
      'Content-Type': 'application/manifest+json',
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Language',
    });
  });
  serveGet(server, '/worker.js', async (_: Request, res: Response) => {
    const { addresses } = await options.assets;
    res.sendRaw(200, workerScript(addresses), {
      'Content-Type': 'text/javascript; charset=utf-8',
      // A browser asks each time whether there is another.
      'Cache-Control': 'no-cache',
    });
  });
}

import type { Request, Response, Server } from 'restify';
import type { Logo } from '#domain/records/logo.ts';
import { type ConsultationPages, knownConsultation } from '#web/http/pages/known-consultation.ts';
import { serveGet } from '#web/http/serve-get.ts';

export interface Logos extends ConsultationPages {
  /** The logo of a consultation, by its code. */
  readonly logoOf: (code: string) => Promise<Logo | undefined>;
}

/** Where anyone fetches the logo of a consultation. */
export const publicLogo = ({ id, print }: Logo): string => `/c/${id}/logo/${print}`;

/** `GET /c/{code}/logo/{print}`: the logo of a consultation; its address changes with it, so that a browser may keep it for ever. */
export function mountLogo(server: Server, options: Logos): void {
  serveGet(server, '/c/:code/logo/:print', async (req: Request, res: Response) => {
    const { code, print } = req.params;
    const found = await knownConsultation(options, req, res, String(code));
    if (found === undefined) return;
    const logo = await options.logoOf(found.consultation.id);
    if (logo === undefined || logo.print !== print)
      return res.sendRaw(404, '', { 'Cache-Control': 'no-store' });
    res.sendRaw(200, Buffer.from(logo.data, 'base64'), {
      'Content-Type': logo.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
}

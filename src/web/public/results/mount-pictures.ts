import type { Request, Response, Server } from 'restify';
import { namedPictures } from '#documents/figures/named-pictures.ts';
import { standalone } from '#documents/figures/standalone.ts';
import { type Known, knownConsultation, pageHeaders } from '#web/http/pages/known-consultation.ts';
import { askedLanguage } from '#web/http/pages/page-language.ts';
import { serveGet } from '#web/http/serve-get.ts';
import type { ShownGroup } from './group-page.ts';
import type { OpenResults } from './mount-open-data.ts';
import { sendBusy } from './send-busy.ts';

/** Across, in pixels: sharp on a slide, and as networks show pictures of what is shared. */
const px = 1200;

/**
 * `GET /c/{code}/resultats/images/{name}.svg` and `.png`: each picture of the public page by itself, with its title, what to see in it and
 * of which result it is, where and while that page shows it; else 404 with the page (`instead`).
 */
export function mountPictures(
  server: Server,
  options: OpenResults,
  instead: (found: Known, shown: ShownGroup) => Promise<string>,
): void {
  serveGet(server, '/c/:code/resultats/images/:file', async (req: Request, res: Response) => {
    const asked = askedLanguage(req, options.languages);
    const found = await knownConsultation(options, req, res, String(req.params.code), asked);
    if (found === undefined) return;
    const shown = await options.results(found.consultation);
    const [, name = '', form = ''] = /^([a-z-]+)\.(svg|png)$/.exec(String(req.params.file)) ?? [];
    const svg = pictureNamed(name, shown, options, found);
    if (svg === undefined) return res.sendRaw(404, await instead(found, shown), pageHeaders);
    const file = `${found.consultation.id}-${name}.${form}`;
    if (form === 'svg') return res.sendRaw(200, svg, headers(found, 'image/svg+xml', file));
    const printed = await options.documents.print({ kind: 'picture', svg, px });
    if (printed.outcome === 'busy') return sendBusy(res, found, options);
    res.sendRaw(200, Buffer.from(printed.bytes), headers(found, 'image/png'));
  });
}

function pictureNamed(
  name: string,
  shown: ShownGroup,
  { wordingOf }: OpenResults,
  { consultation, language }: Known,
): string | undefined {
  if (shown.group === undefined || shown.group.state === 'waiting') return undefined;
  const { kind, at, scenario } = shown.group;
  const result = { wording: wordingOf(consultation, language), kind, at, scenario, vision: shown.vision };
  const picture = namedPictures(result).find((one) => one.name === name);
  return picture && standalone(picture, result);
}

/** Its style stands in the SVG itself, which a page of ours would not apply: it is kept as a file. */
const headers = ({ language }: Known, type: string, file?: string) => ({
  'Content-Type': type,
  'Content-Language': language,
  'Cache-Control': 'no-store',
  ...(file !== undefined && { 'Content-Disposition': `attachment; filename="${file}"` }),
});

import type { Request, Response, Server } from 'restify';
import type { DocumentQueue, PrintedDocument } from '#documents/queue/document-queue.ts';
import { releasedOf } from '#documents/queue/job.ts';
import { resultOf } from '#documents/result.ts';
import { resultFormAddress, resultSchema } from '#documents/tables/json/result-form.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import {
  type ConsultationPages,
  type Known,
  knownConsultation,
  pageHeaders,
} from '#web/http/pages/known-consultation.ts';
import { askedLanguage } from '#web/http/pages/page-language.ts';
import { serveGet } from '#web/http/serve-get.ts';
import type { Wording } from '#wording/wording.ts';
import type { ShownGroup } from './group-page.ts';
import { sendBusy } from './send-busy.ts';

export interface OpenResults extends ConsultationPages {
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
  readonly documents: DocumentQueue;
  readonly results: (consultation: Consultation) => Promise<ShownGroup>;
  readonly wordingOf: (consultation: Consultation, language: string) => Wording;
}

/**
 * `GET /c/{code}/resultats/donnees.zip`: what the public page shows, as open data, where and while that page shows it; else 404
 * with the page that says why (`instead`). `GET /schemas/resultats-1.json`: the form of its JSON.
 */
export function mountOpenData(
  server: Server,
  options: OpenResults,
  instead: (found: Known, shown: ShownGroup) => Promise<string>,
): void {
  serveGet(server, '/c/:code/resultats/donnees.zip', async (req: Request, res: Response) => {
    const asked = askedLanguage(req, options.languages);
    const found = await knownConsultation(options, req, res, String(req.params.code), asked);
    if (found === undefined) return;
    const { consultation, language } = found;
    const shown = await options.results(consultation);
    const zip = await zipOf(shown, options, found);
    if (zip === undefined) return res.sendRaw(404, await instead(found, shown), pageHeaders);
    if (zip.outcome === 'busy') return sendBusy(res, found, options);
    res.sendRaw(200, Buffer.from(zip.bytes), {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${consultation.id}-donnees-ouvertes.zip"`,
      'Content-Language': language,
      'Cache-Control': 'no-store',
    });
  });
  serveGet(server, resultFormAddress, async (_req: Request, res: Response) =>
    res.sendRaw(200, `${JSON.stringify(resultSchema(options.publicUrl()), null, 2)}\n`, {
      'Content-Type': 'application/schema+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      // Programs of other sites check their files with it.
      'Access-Control-Allow-Origin': '*',
    }),
  );
}

async function zipOf(
  shown: ShownGroup,
  { documents, wordingOf, publicUrl }: OpenResults,
  { consultation, language }: Known,
): Promise<PrintedDocument | undefined> {
  if (shown.group === undefined || shown.group.state === 'waiting') return undefined;
  if (consultation.minGroup < minGroups.public) return undefined;
  const { group, vision } = shown;
  const result = resultOf({ group, vision }, wordingOf(consultation, language), publicUrl());
  return documents.print({ kind: 'open-data', result: releasedOf(result) });
}

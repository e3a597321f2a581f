import type { Request, Response, Server } from 'restify';
import type { View } from '#cards/view.ts';
import type { Consultation } from '#domain/consultation.ts';
import { type ConsultationPages, knownConsultation, pageHeaders } from '../page/known-consultation.ts';
import { groupPage, type Shown } from './group-page.ts';

export interface GroupResults extends ConsultationPages {
  readonly results: (consultation: Consultation) => Promise<Shown>;
  readonly view: (consultation: Consultation, language: string) => View;
}

/** `GET /c/{code}/resultats` (and `/results`): what the group says, for anyone; `?lang=` chooses the language. */
export function mountGroupResults(server: Server, options: GroupResults): void {
  for (const path of ['/c/:code/resultats', '/c/:code/results'])
    server.get(path, async (req: Request, res: Response) => send(options, req, res));
}

async function send(options: GroupResults, req: Request, res: Response): Promise<void> {
  const { languages } = options;
  const asked = languages.find((one) => one === new URLSearchParams(req.getQuery()).get('lang'));
  const found = await knownConsultation(options, req, res, String(req.params.code), asked);
  if (found === undefined) return;
  const { consultation, language } = found;
  const { addresses } = await options.assets;
  const other = languages.find((one) => one !== language);
  const page = groupPage({
    shown: await options.results(consultation),
    view: options.view(consultation, language),
    addresses: { ...addresses, style: addresses.resultsStyle },
    ...(other !== undefined && { other: { language: other, path: `?lang=${other}` } }),
  });
  res.sendRaw(200, page, pageHeaders);
}

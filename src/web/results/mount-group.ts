import type { Request, Response, Server } from 'restify';
import type { View } from '#cards/view.ts';
import { type Consultation, ConsultationCode } from '#domain/consultation.ts';
import type { Phrases } from '#domain/phrases.ts';
import type { Assets } from '../page/assets.ts';
import { missingPage } from '../page/missing-page.ts';
import { pageLanguage } from '../page/page-language.ts';
import { groupPage, type Shown } from './group-page.ts';

export interface GroupResults extends Pick<Phrases, 'languages' | 'say'> {
  readonly consultation: (code: string) => Promise<Consultation | undefined>;
  readonly results: (consultation: Consultation) => Promise<Shown>;
  readonly view: (consultation: Consultation, language: string) => View;
  readonly assets: Promise<Assets>;
}

/** `GET /c/{code}/resultats` (and `/results`): what the group says, for anyone; `?lang=` chooses the language. */
export function mountGroupResults(server: Server, options: GroupResults): void {
  for (const path of ['/c/:code/resultats', '/c/:code/results'])
    server.get(path, async (req: Request, res: Response) => send(options, req, res));
}

async function send(options: GroupResults, req: Request, res: Response): Promise<void> {
  const { languages, say } = options;
  const { addresses } = await options.assets;
  const code = String(req.params.code);
  const consultation = ConsultationCode.safeParse(code).success
    ? await options.consultation(code)
    : undefined;
  const asked = languages.find((one) => one === new URLSearchParams(req.getQuery()).get('lang'));
  const language = asked ?? pageLanguage(req.header('accept-language'), languages, consultation?.language);
  if (consultation === undefined) {
    res.sendRaw(404, missingPage(code.slice(0, 60), language, say(language), addresses), headers);
    return;
  }
  const other = languages.find((one) => one !== language);
  const page = groupPage({
    shown: await options.results(consultation),
    view: options.view(consultation, language),
    addresses: { ...addresses, style: addresses.resultsStyle },
    ...(other !== undefined && { other: { language: other, path: `?lang=${other}` } }),
  });
  res.sendRaw(200, page, headers);
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  Vary: 'Accept-Language',
};

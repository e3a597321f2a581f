import type { Request, Response, Server } from 'restify';
import type { Assistant } from '#channels/assistant.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { type Consultation, minGroups, stageOf } from '#domain/consultation/consultation.ts';
import type { SharedText } from '#domain/participant/shared-texts.ts';
import { publicView } from '#scenario/release/shown-to.ts';
import { visionView } from '#scenario/vision.ts';
import { type Known, knownConsultation, pageHeaders } from '#web/http/pages/known-consultation.ts';
import { logoImage } from '#web/http/pages/logo-image.ts';
import { askedLanguage } from '#web/http/pages/page-language.ts';
import { serveGet } from '#web/http/serve-get.ts';
import { logoName } from '#wording/titles.ts';
import { groupPage, type ShownGroup } from './group-page.ts';
import { mountLogo, publicLogo } from './mount-logo.ts';
import { mountOpenData, type OpenResults } from './mount-open-data.ts';
import { mountPictures } from './mount-pictures.ts';
import { mountProposals, type PublicProposals } from './mount-proposals.ts';
import { mountYears, othersThan, type Years } from './mount-years.ts';

export interface GroupResults extends OpenResults, Years, PublicProposals {
  readonly now: () => string;
  /** The texts published of a consultation, as its people keep them now. */
  readonly quotesOf: (consultation: Consultation) => Promise<readonly SharedText[]>;
}

/** `GET /c/{code}/resultats` (and `/results`): what the group says, for anyone; `?lang=` chooses the language. Its open data beside it. */
export function mountGroupResults(server: Server, options: GroupResults): void {
  const show = async (req: Request, res: Response) => {
    const { languages } = options;
    const asked = askedLanguage(req, languages);
    const found = await knownConsultation(options, req, res, String(req.params.code), asked);
    if (found === undefined) return;
    const shown = await options.results(found.consultation);
    const isShown = shown.group?.state === 'released';
    const quotes = isShown ? await options.quotesOf(found.consultation) : [];
    const beside = isShown ? await options.besideOf(found.consultation) : [];
    const content = { shown, quotes, beside: othersThan(found.consultation, beside) };
    const status = isAwaited(shown) ? 404 : 200;
    res.sendRaw(status, await pageOf(options, found, content), pageHeaders);
  };
  for (const path of ['/c/:code/resultats', '/c/:code/results']) serveGet(server, path, show);
  const instead = async (found: Known, shown: ShownGroup) =>
    pageOf(options, found, { shown, quotes: [], beside: 0 });
  mountOpenData(server, options, instead);
  mountPictures(server, options, instead);
  mountLogo(server, options);
  mountYears(server, options);
  mountProposals(server, options);
}

/** There is no page before the result is published. */
const isAwaited = ({ group }: ShownGroup): boolean =>
  group?.state === 'waiting' && group.until === 'publication';

type Content = Pick<Parameters<typeof groupPage>[0], 'shown' | 'quotes' | 'beside'>;

async function pageOf(options: GroupResults, found: Known, content: Content): Promise<string> {
  const { consultation, language } = found;
  const { publicUrl } = options;
  const { addresses } = await options.assets;
  const other = found.languages.find((one) => one !== language);
  const path = `/c/${consultation.id}/resultats`;
  const logo = await options.logoOf(consultation.id);
  const wording = options.wordingOf(consultation, language);
  const proposals = (await options.proposalsOf(consultation)).some(({ state }) => state !== 'waiting');
  return groupPage({
    ...content,
    proposals,
    wording,
    ...(logo && { logo: logoImage(logo, publicLogo(logo), logoName(wording)) }),
    chat: `${publicUrl()}/c/${consultation.id}`,
    isOver: stageOf(consultation, options.now()) === 'closed',
    ...(consultation.minGroup >= minGroups.public && { address: `${publicUrl()}${path}?lang=${language}` }),
    files: { at: `${publicUrl()}${path}/images`, language },
    addresses: { ...addresses, style: addresses.resultsStyle },
    ...(other !== undefined && { other: { language: other, path: `${path}?lang=${other}` } }),
  });
}

/** The released result of a consultation, for anyone; nothing where its smallest group is too small for that. */
export function createGroupResults({
  assistant,
  catalogues,
}: ResultsSource): (consultation: Consultation) => Promise<ShownGroup> {
  return async (consultation) => {
    if (consultation.minGroup < minGroups.public) return { group: undefined };
    const view = await assistant.tallies.view(consultation, assistant.application.now());
    const group = publicView(view, consultation);
    return { group, vision: visionView(group, catalogues.of(consultation)) };
  };
}

interface ResultsSource {
  readonly assistant: Pick<Assistant, 'tallies' | 'application'>;
  readonly catalogues: Catalogues;
}

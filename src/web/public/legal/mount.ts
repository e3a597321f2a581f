import type { Request, Response, Server } from 'restify';
import type { Consultation } from '#domain/consultation/consultation.ts';
import {
  type ConsultationPages,
  knownConsultation,
  pageHeaders,
} from '#web/http/pages/known-consultation.ts';
import { legalPaths } from '#web/http/pages/legal-links.ts';
import { askedLanguage } from '#web/http/pages/page-language.ts';
import { serveGet } from '#web/http/serve-get.ts';
import type { Wording } from '#wording/wording.ts';
import { accessibilityPage } from './accessibility-page.ts';
import type { LegalSheet } from './frame.ts';
import { noticePage } from './notice-page.ts';
import { privacyPage } from './privacy-page.ts';

export interface LegalPages extends ConsultationPages {
  /** The consultation whose controller answers for the pages: the others take theirs over. */
  readonly defaultCode: string;
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
  readonly wordingOf: (consultation: Consultation, language: string) => Wording;
}

/** `GET /confidentialite`, `/mentions` and `/accessibilite`: what is kept of people, who publishes, and what was tested for whom; `?lang=` chooses the language. */
export function mountLegal(server: Server, options: LegalPages): void {
  const page = (path: string, drawn: (sheet: LegalSheet) => string) =>
    serveGet(server, path, (req, res) => send(options, req, res, drawn));
  page(legalPaths.privacy, privacyPage);
  page(legalPaths.notice, noticePage);
  page(legalPaths.accessibility, accessibilityPage);
}

async function send(
  options: LegalPages,
  req: Request,
  res: Response,
  drawn: (sheet: LegalSheet) => string,
): Promise<void> {
  const { languages, defaultCode } = options;
  const asked = askedLanguage(req, languages);
  const found = await knownConsultation(options, req, res, defaultCode, asked);
  if (found === undefined) return;
  const { consultation, language } = found;
  const { addresses } = await options.assets;
  const other = found.languages.find((one) => one !== language);
  const sheet: LegalSheet = {
    wording: options.wordingOf(consultation, language),
    chat: `${options.publicUrl()}/c/${consultation.id}`,
    addresses: { ...addresses, style: addresses.catalogueStyle },
    ...(other !== undefined && { other }),
  };
  res.sendRaw(200, drawn(sheet), pageHeaders);
}

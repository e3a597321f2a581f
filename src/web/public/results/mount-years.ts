import type { Request, Response, Server } from 'restify';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { overYears, type PublishedResult } from '#scenario/over-years.ts';
import { html } from '#web/http/pages/html.ts';
import { knownConsultation, pageHeaders } from '#web/http/pages/known-consultation.ts';
import { logoImage } from '#web/http/pages/logo-image.ts';
import { askedLanguage } from '#web/http/pages/page-language.ts';
import { overYearsContent } from '#web/http/results/over-years-content.ts';
import { titlesIn } from '#web/http/results/titles-in.ts';
import { serveGet } from '#web/http/serve-get.ts';
import { consultationNames, logoName } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Logos, publicLogo } from './mount-logo.ts';
import { yearsAddress, yearsPage } from './years-page.ts';

/** A published result with the consultation that it is of. */
interface Beside extends PublishedResult {
  readonly consultation: Consultation;
}

export interface Years extends Logos {
  readonly wordingOf: (consultation: Consultation, language: string) => Wording;
  /** The published final results of a consultation's territory, its own among them: those that anyone may read. */
  readonly besideOf: (consultation: Consultation) => Promise<readonly Beside[]>;
}

/** How many other results may be set beside that of a consultation, where it is among them. */
export function othersThan(its: Consultation, beside: readonly Beside[]): number {
  const isThere = beside.some(({ code }) => code === its.id);
  return isThere ? beside.length - 1 : 0;
}

/** `GET /c/{code}/resultats/annees`: the published results of its territory beside each other; 404 where there are not two. */
export function mountYears(server: Server, options: Years): void {
  serveGet(server, '/c/:code/resultats/annees', async (req: Request, res: Response) => {
    const asked = askedLanguage(req, options.languages);
    const found = await knownConsultation(options, req, res, String(req.params.code), asked);
    if (found === undefined) return;
    const { consultation, language } = found;
    const wording = options.wordingOf(consultation, language);
    const beside = await options.besideOf(consultation);
    const isThere = othersThan(consultation, beside) > 0;
    const wordings = beside.map((one) => options.wordingOf(one.consultation, language));
    const named = beside.map((one, i) => ({
      ...one,
      title: consultationNames(wordings[i] ?? wording).title,
      address: `/c/${one.code}/resultats?lang=${language}`,
    }));
    const content = isThere
      ? overYearsContent(overYears(beside), named, titlesIn(wordings), wording)
      : html`<p>${wording.say('over-years.none')}</p>`;
    const { addresses } = await options.assets;
    const other = found.languages.find((one) => one !== language);
    const logo = await options.logoOf(consultation.id);
    const page = yearsPage({
      ...{ wording, content, addresses: { ...addresses, style: addresses.resultsStyle } },
      ...(logo && { logo: logoImage(logo, publicLogo(logo), logoName(wording)) }),
      ...(other !== undefined && { other: { language: other, path: yearsAddress(consultation.id, other) } }),
    });
    res.sendRaw(isThere ? 200 : 404, page, pageHeaders);
  });
}

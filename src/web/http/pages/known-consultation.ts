import type { Request, Response } from 'restify';
import type { Language } from '#domain/catalogue/language.ts';
import { type Consultation, ConsultationCode } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Assets } from './assets.ts';
import { missingPage } from './missing-page.ts';
import { pageLanguage } from './page-language.ts';

export interface ConsultationPages extends Pick<Phrases, 'languages' | 'say'> {
  readonly consultation: (code: string) => Promise<Consultation | undefined>;
  /** From `bundlePage()`; the first request waits for it. */
  readonly assets: Promise<Pick<Assets, 'addresses'>>;
}

/** A consultation of an address, and how to show it. */
export interface Known {
  readonly consultation: Consultation;
  readonly language: Language;
  /** Those that it is held in. */
  readonly languages: readonly Language[];
}

/** The consultation of a page and the language to show it in, `asked` before that of the browser; unknown: says so and answers nothing. */
export async function knownConsultation(
  { consultation, languages, say, assets }: ConsultationPages,
  req: Request,
  res: Response,
  code: string,
  asked?: Language,
): Promise<Known | undefined> {
  const { addresses } = await assets;
  const found = ConsultationCode.safeParse(code).success ? await consultation(code) : undefined;
  const spoken = found?.languages?.filter((one) => languages.includes(one)) ?? languages;
  const language =
    spoken.find((one) => one === asked) ??
    pageLanguage(req.header('accept-language'), spoken, found?.language);
  if (found !== undefined) return { consultation: found, language, languages: spoken };
  res.sendRaw(404, missingPage(code.slice(0, 60), language, say(language), addresses), pageHeaders);
  return undefined;
}

/** The server adds those that every answer carries, the content policy among them. */
export const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  Vary: 'Accept-Language',
};

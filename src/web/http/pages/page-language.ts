import type { Request } from 'restify';
import { defaultLanguage, type Language, matching } from '#domain/catalogue/language.ts';

/**
 * The language to greet a visitor in: the spoken one that their browser ranks highest (RFC 9110, Accept-Language),
 * else the fallback.
 */
export function pageLanguage(
  accepted: string | undefined,
  languages: readonly Language[],
  fallback: Language = defaultLanguage,
): Language {
  const wanted = (accepted ?? '').slice(0, 500).split(',').map(ranked);
  const best = wanted
    .filter(({ language, weight }) => weight > 0 && languages.includes(language))
    .sort((a, b) => b.weight - a.weight)[0];
  return best?.language ?? fallback;
}

/** The spoken language that an address asks for with `?lang=`; of a kind that is not offered, `fr-CA`, the language itself. */
export function askedLanguage(request: Request, languages: readonly Language[]): Language | undefined {
  const asked = new URLSearchParams(request.getQuery()).get('lang');
  return matching(asked ?? undefined, languages);
}

/** The language that an address asks for, else the one to greet its visitor in. */
export const wantedLanguage = (
  request: Request,
  languages: readonly Language[],
  fallback?: Language,
): Language =>
  askedLanguage(request, languages) ?? pageLanguage(request.header('accept-language'), languages, fallback);

function ranked(entry: string): { language: Language; weight: number } {
  const [range = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: range.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}

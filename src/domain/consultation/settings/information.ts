import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '../consultation.ts';
import { without } from '../without.ts';
import { among, foreign, type Part, unchanged } from './part.ts';
import { type ConsultationSettings, settingBounds, wrong } from './settings.ts';

/** What people of a consultation read before they agree when it has no text of its own. */
export type UsualInformation = (consultation: Consultation, language: string) => string;

/** What people read before they agree. */
export function informationOf(
  before: Consultation,
  given: ConsultationSettings,
  catalogue: Catalogue,
  usualInformation: UsualInformation,
): Part {
  if (given.information === undefined) return unchanged;
  const most = settingBounds.information;
  const all = { ...before.information, ...given.information };
  const texts = among(catalogue.languages, before.languages).map(
    (language) => [language, (all[language] ?? '').replaceAll('\r\n', '\n').trim()] as const,
  );
  const usual = without(before, 'information');
  // What says nothing else than the words that come with the program follows the settings by itself.
  const own = texts.filter(
    ([language, text]) => text !== '' && text !== usualInformation(usual, language).trim(),
  );
  return {
    changed: own.length > 0 ? { information: Object.fromEntries(own) } : {},
    drop: ['information'],
    problems: [
      ...texts.flatMap(([language, text]) =>
        text.length > most ? [wrong('information', 'long-information', [language], { most })] : [],
      ),
      ...foreign('information', given, catalogue),
    ],
  };
}

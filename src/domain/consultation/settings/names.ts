import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { oneLine } from '#domain/conversation/one-line.ts';
import { bounds, type Consultation } from '../consultation.ts';
import { among, foreign, type Part, strangers, unchanged } from './part.ts';
import { type ConsultationSettings, wrong } from './settings.ts';

/** What it is called and where it is about, in each of its languages, and the kinds of territory in use. */
export function namesOf(before: Consultation, given: ConsultationSettings, catalogue: Catalogue): Part {
  const { title, territory, catalogue: edition } = given;
  const asked = [title, territory, given.languages, given.offers, given.language, given.kinds, edition];
  if (asked.every((one) => one === undefined)) return unchanged;
  const languages = among(catalogue.languages, given.languages ?? before.languages);
  const kinds = among(catalogue.territories, given.kinds ?? before.kinds);
  const standing = catalogue.packs.flatMap(({ language, fallback }) =>
    fallback === undefined ? [] : [language],
  );
  const offers = given.offers ?? before.offers;
  const texts = (['title', 'territory'] as const).map((setting) => {
    const all = { ...before[setting], ...given[setting] };
    const said = languages.map((language) => [language, oneLine(all[language] ?? '')] as const);
    const isWrong = (text: string) => text.length < 2 || text.length > bounds.title;
    const problems = said.flatMap(([language, text]) =>
      isWrong(text) ? [wrong(setting, `wrong-${setting}`, [language], { language, most: bounds.title })] : [],
    );
    return { text: Object.fromEntries(said), problems: [...problems, ...foreign(setting, given, catalogue)] };
  });
  const [first = before.language] = languages;
  const language = given.language ?? before.language;
  return {
    changed: {
      title: texts[0]?.text ?? before.title,
      territory: texts[1]?.text ?? before.territory,
      language: languages.includes(language) ? language : first,
      ...(languages.length < catalogue.languages.length && { languages }),
      ...(offers && { offers: among(standing, offers) }),
      ...(kinds.length < catalogue.territories.length && { kinds }),
    },
    drop: ['languages', 'offers', 'kinds'],
    problems: [
      ...strangers('languages', given.languages, catalogue.languages),
      ...strangers('offers', given.offers, standing),
      ...strangers('kinds', given.kinds, catalogue.territories),
      ...(languages.length === 0 ? [wrong('languages', 'no-language')] : []),
      ...(given.language === undefined || languages.includes(given.language)
        ? []
        : [wrong('language', 'unknown', [], { value: given.language })]),
      ...(kinds.length === 0 ? [wrong('kinds', 'no-kind')] : []),
      ...texts.flatMap(({ problems }) => problems),
    ],
  };
}

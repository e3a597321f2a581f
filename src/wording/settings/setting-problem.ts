import type { CatalogueText } from '#domain/catalogue/catalogue.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { SettingProblem } from '#domain/consultation/settings/settings.ts';
import { spokenDay } from '../titles.ts';
import type { Wording } from '../wording.ts';

interface Speech extends Pick<Wording, 'language' | 'say'> {
  readonly text: Pick<CatalogueText, 'domains'>;
}

/** What is wrong with a setting and what to do, in a sentence. */
export function settingProblem({ code, facts }: SettingProblem, { language, say, text }: Speech): string {
  const { domain, language: of, day } = facts;
  return say(`setting-problem.${code}`, {
    ...facts,
    ...(of !== undefined && { language: languageWithin(`${of}`, language) }),
    ...(day !== undefined && { day: spokenDay(`${day}`, language) }),
    ...(domain !== undefined && { domain: text.domains[domain]?.title ?? domain }),
  });
}

/** A language as another one names it among other words: "anglais", "French". */
export const languageWithin = (named: Language, spoken: Language): string =>
  new Intl.DisplayNames(spoken, { type: 'language' }).of(named) ?? named;

import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Addresses } from './assets.ts';
import { wordPage } from './word-page.ts';

/** Says kindly that no consultation has this code, and what to do. */
export function missingPage(code: string, language: Language, say: Say, addresses: Addresses): string {
  const title = say('page.missing.title');
  return wordPage(
    {
      ...{ title, windowTitle: say('page.title', { consultation: title }) },
      lines: [say('page.missing.consultation', { code }), say('page.missing.advice')],
      way: { to: '/', name: say('page.missing.other') },
    },
    { language, say, addresses },
  );
}

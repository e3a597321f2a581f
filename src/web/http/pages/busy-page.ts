import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Addresses } from './assets.ts';
import { wordPage } from './word-page.ts';

/** Says kindly that a file is not made for now, because many people wait for theirs, and what to do. */
export function busyPage(
  { consultation, language }: { readonly consultation: Consultation; readonly language: Language },
  say: Say,
  addresses: Addresses,
): string {
  const title = say('documents.busy.title');
  return wordPage(
    {
      ...{ title, windowTitle: say('page.title', { consultation: title }) },
      lines: [say('documents.busy.advice')],
      way: { to: `/c/${consultation.id}/resultats?lang=${language}`, name: say('documents.busy.back') },
    },
    { language, say, addresses },
  );
}

/** In seconds: a file or two is made meanwhile. */
export const busyHeaders = { 'Retry-After': '10' } as const;

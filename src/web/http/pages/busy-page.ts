import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Addresses } from './assets.ts';
import { document } from './document.ts';
import { html } from './html.ts';

/** Says kindly that a file is not made for now, because many people wait for theirs, and what to do. */
export function busyPage(
  { consultation, language }: { readonly consultation: Consultation; readonly language: Language },
  say: Say,
  addresses: Addresses,
): string {
  const title = say('documents.busy.title');
  return document(
    { language, addresses, title: say('page.title', { consultation: title }) },
    html`
<main class="missing">
  <img src="${addresses.icon}" alt="" width="64" height="64">
  <h1>${title}</h1>
  <p>${say('documents.busy.advice')}</p>
  <p><a class="way" href="/c/${consultation.id}/resultats?lang=${language}">${say('documents.busy.back')}</a></p>
</main>`,
  );
}

/** In seconds: a file or two is made meanwhile. */
export const busyHeaders = { 'Retry-After': '10' } as const;

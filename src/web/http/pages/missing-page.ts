import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Addresses } from './assets.ts';
import { document } from './document.ts';
import { html } from './html.ts';

/** Says kindly that no consultation has this code, and what to do. */
export function missingPage(code: string, language: Language, say: Say, addresses: Addresses): string {
  const title = say('page.missing.title');
  return document(
    { language, addresses, title: say('page.title', { consultation: title }) },
    html`
<main class="missing">
  <img src="${addresses.icon}" alt="" width="64" height="64">
  <h1>${title}</h1>
  <p>${say('page.missing.consultation', { code })}</p>
  <p>${say('page.missing.advice')}</p>
  <p><a class="way" href="/">${say('page.missing.other')}</a></p>
</main>`,
  );
}

import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { type Html, html } from './html.ts';

/** The way to the same page in another language. */
export const languageLink = (language: Language, path: string, say: Say): Html =>
  html`<a lang="${language}" hreflang="${language}" href="${path}">${say('page.other-language')}</a>`;

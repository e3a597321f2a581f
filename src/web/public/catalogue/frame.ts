import type { Catalogue, CatalogueText } from '#domain/catalogue/catalogue.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { document } from '#web/http/pages/document.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';

/** What every page of a catalogue is made with. */
export interface CatalogueSheet {
  readonly catalogue: Catalogue;
  readonly text: CatalogueText;
  readonly say: Say;
  readonly language: Language;
  /** The language was asked for in the address: links keep it. */
  readonly pinned: boolean;
  /** The address of the page without its language: path, then query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The page in another language, where it is spoken. */
  readonly other?: Language;
  readonly addresses: Addresses;
}

/** A whole page around its content. */
export function frame(
  sheet: CatalogueSheet,
  { title, about }: { title: string; about: string },
  content: Html,
): string {
  const { say, language, addresses, other } = sheet;
  const links = html`<meta name="description" content="${about}">
<link rel="canonical" href="${sheet.path}">${
    other === undefined
      ? ''
      : html`
<link rel="alternate" hreflang="${language}" href="${inLanguage(sheet, language)}">
<link rel="alternate" hreflang="${other}" href="${inLanguage(sheet, other)}">`
  }`;
  return document(
    {
      language,
      title: say('catalogue.page-title', { title }),
      addresses: { ...addresses, style: addresses.catalogueStyle },
      links,
    },
    html`
<a class="skip" href="#content">${say('catalogue.skip')}</a>
<header class="banner">
  <a class="home" href="${to(sheet, home(sheet.catalogue))}"><img src="${addresses.icon}" alt="" width="40" height="40"> ${sheet.text.title}</a>
  <nav aria-label="${say('catalogue.pages')}">
    ${other === undefined ? '' : html`<a lang="${other}" hreflang="${other}" href="${inLanguage(sheet, other)}">${say('catalogue.other-language')}</a>`}
    <a href="/">${say('catalogue.join')}</a>
  </nav>
</header>
<main id="content">${content}
</main>
${legalLinks(say, language, { before: html`<p>${say('catalogue.prompts')}</p>` })}`,
  );
}

export const home = ({ id }: Catalogue): string => `/catalogue/${id}`;

/** An address within the catalogue, in the language that was asked for. */
export function to({ pinned, language }: CatalogueSheet, path: string, anchor = ''): string {
  return `${path}${pinned ? `?lang=${language}` : ''}${anchor}`;
}

function inLanguage({ path, query }: CatalogueSheet, language: Language): string {
  const kept = new URLSearchParams(query);
  kept.set('lang', language);
  return `${path}?${kept}`;
}

import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { document, type PageFiles } from './document.ts';
import { html, joined } from './html.ts';
import { legalLinks } from './legal-links.ts';

/** How a page is spoken and dressed. */
export interface Spoken {
  readonly language: Language;
  readonly say: Say;
  readonly addresses: PageFiles;
}

interface Told {
  readonly title: string;
  /** What the window is called, where it is called otherwise. */
  readonly windowTitle?: string;
  readonly lines: readonly string[];
  /** Where to go on from here. */
  readonly way?: { readonly to: string; readonly name: string };
}

/** A page with a few words in the place of what was asked for. */
export function wordPage(
  { title, windowTitle = title, lines, way }: Told,
  { language, say, addresses }: Spoken,
): string {
  return document(
    { language, addresses, title: windowTitle },
    html`
<main class="missing">
  ${addresses.icon === undefined ? '' : html`<img src="${addresses.icon}" alt="" width="64" height="64">`}
  <h1>${title}</h1>
  ${joined(
    lines.map((line) => html`<p>${line}</p>`),
    '\n  ',
  )}
  ${way === undefined ? '' : html`<p><a class="way" href="${way.to}">${way.name}</a></p>`}
</main>
${legalLinks(say, language)}`,
  );
}

import { document, type Head } from '#web/http/pages/document.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { languageLink } from '#web/http/pages/language-link.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** Where the results of a consultation's territory stand beside each other. */
export const yearsAddress = (code: string, language: string): string =>
  `/c/${code}/resultats/annees?lang=${language}`;

interface YearsPage {
  readonly wording: Wording;
  /** The results beside each other, or why there are none. */
  readonly content: Html;
  readonly logo?: Html;
  readonly addresses: Head['addresses'];
  /** The page in the other language. */
  readonly other?: { readonly language: string; readonly path: string };
}

/** Published results of one territory beside each other, for anyone. */
export function yearsPage({ wording, content, logo, addresses, other }: YearsPage): string {
  const { say, language, consultation } = wording;
  const { territory } = consultationNames(wording);
  const title = say('over-years.title');
  const back = html`<a href="/c/${consultation.id}/resultats?lang=${language}">${say('over-years.back')}</a>`;
  const inOther = other === undefined ? '' : html` · ${languageLink(other.language, other.path, say)}`;
  return document(
    { language, title: `${title} · ${territory}`, addresses },
    html`
<a class="skip" href="#results">${say('results.skip')}</a>
<main id="results" class="reading">
<nav>${back}${inOther}</nav>
${logo ?? ''}<h1>${title} <span class="of">${territory}</span></h1>
${content}
</main>
${legalLinks(say, language)}`,
  );
}

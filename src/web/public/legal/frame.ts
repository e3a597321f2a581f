import type { Language } from '#domain/catalogue/language.ts';
import { document, type Head } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** Where each page is; the manifest of the Teams app names the same addresses. */
export const paths = {
  privacy: '/confidentialite',
  notice: '/mentions',
  accessibility: '/accessibilite',
} as const;
const pages = ['privacy', 'notice', 'accessibility'] as const;

/** What both pages are made with. */
export interface LegalSheet {
  readonly wording: Wording;
  /** The chat page of the consultation. */
  readonly chat: string;
  readonly addresses: Head['addresses'];
  /** The page in another language, where it is spoken. */
  readonly other?: Language;
}

/** A whole page around its sections, with the ways to the other pages and back to the conversation; set as a trajectory's page is. */
export function frame(
  { wording, chat, addresses, other }: LegalSheet,
  page: keyof typeof paths,
  sections: readonly Html[],
): string {
  const { say, language } = wording;
  const title = say(`legal.${page}.heading`);
  return document(
    { language, title: say('page.title', { consultation: title }), addresses },
    html`
<a class="skip" href="#content">${say('legal.skip')}</a>
<header class="banner">
  <span class="home"><img src="${addresses.icon}" alt="" width="40" height="40"> ${say('page.name')}</span>
  <nav aria-label="${say('legal.pages')}">
    ${other === undefined ? '' : html`<a lang="${other}" hreflang="${other}" href="?lang=${other}">${say('page.other-language')}</a>`}
    ${joined(
      pages
        .filter((one) => one !== page)
        .map((one) => html`<a href="${paths[one]}?lang=${language}">${say(`legal.${one}.heading`)}</a>`),
      '\n    ',
    )}
    <a href="${chat}">${say('legal.back')}</a>
  </nav>
</header>
<main id="content">
<article class="trajectory">
<h1>${title}</h1>
<p class="lead">${say(`legal.${page}.lead`)}</p>${joined(sections)}
</article>
</main>`,
  );
}

export const section = (title: string, ...content: readonly Html[]): Html => html`
<section>
<h2>${title}</h2>
${joined(content, '\n')}
</section>`;

export const said = (...sentences: readonly string[]): Html => html`<p>${sentences.join(' ')}</p>`;

/** Who answers for the consultation, and how to ask them; without a contact, whoever invited the person knows. */
export function responsible(
  wording: Wording,
  words: 'legal.privacy.responsible' | 'legal.notice.publisher.who',
) {
  const { say, consultation } = wording;
  const { contact } = consultation.controller;
  const who = said(say(words, { controller: consultationNames(wording).controller }));
  const ask =
    contact === '' ? said(say('legal.ask-around')) : html`<p>${say('legal.ask')} ${reach(contact)}</p>`;
  return joined([who, ask], '\n');
}

/** A mail address is a link; a telephone number or a street is read as it is. */
const reach = (contact: string): string | Html =>
  /^[\w.+-]+@[\w.-]+$/.test(contact) ? html`<a href="mailto:${contact}">${contact}</a>` : contact;

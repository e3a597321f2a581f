import type { Language } from '#domain/catalogue/language.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { document } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { languageLink } from '#web/http/pages/language-link.ts';
import { legalLinks, type legalPages } from '#web/http/pages/legal-links.ts';
import { consultationNames, leading } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** What these pages are made with. */
export interface LegalSheet {
  readonly wording: Wording;
  /** The chat page of the consultation. */
  readonly chat: string;
  readonly addresses: Pick<Addresses, 'base' | 'style' | 'icon'>;
  /** The page in another language, where it is spoken. */
  readonly other?: Language;
}

/** A whole page around its sections, with the way back to the conversation; set as a trajectory's page is. */
export function frame(
  { wording, chat, addresses, other }: LegalSheet,
  page: (typeof legalPages)[number],
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
    ${other === undefined ? '' : languageLink(other, `?lang=${other}`, say)}
    <a href="${chat}">${say('legal.back')}</a>
  </nav>
</header>
<main id="content">
<article class="trajectory">
<h1>${title}</h1>
<p class="lead">${say(`legal.${page}.lead`, { controller: leading(consultationNames(wording).controller, wording) })}</p>${joined(sections)}
</article>
</main>
${legalLinks(say, language)}`,
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

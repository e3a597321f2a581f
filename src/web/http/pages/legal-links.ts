import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { type Html, html, joined } from './html.ts';

/** Where each page is; the manifest of the Teams app names the same addresses. */
export const legalPaths = {
  privacy: '/confidentialite',
  notice: '/mentions',
  accessibility: '/accessibilite',
} as const;

/** How each is called on the way to it: of accessibility, its state is said at once (RGAA 4.1, declaration). */
export const legalNames = {
  privacy: 'legal.privacy.heading',
  notice: 'legal.notice.heading',
  accessibility: 'legal.accessibility.link',
} as const;

export const legalPages = ['privacy', 'notice', 'accessibility'] as const;

interface Foot {
  /** What else is said there. */
  readonly before?: Html;
  /** The page stands within another program, which may show no other page of ours: they open beside it. */
  readonly isWithin?: true;
}

/** The foot of every public page: who answers for it, what is kept, how far everybody can use it. */
export const legalLinks = (say: Say, language: Language, { before, isWithin }: Foot = {}): Html =>
  html`<footer class="legal">${before ?? ''}<nav aria-label="${say('legal.links')}">${joined(
    legalPages.map(
      (page) =>
        html`<a href="${legalPaths[page]}?lang=${language}"${isWithin ? html` target="_blank" rel="noopener"` : ''}>${say(legalNames[page])}</a>`,
    ),
    ' ',
  )}</nav></footer>`;

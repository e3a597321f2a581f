import type { View } from '#cards/view.ts';
import { itemTitle } from '#domain/catalogue/item-title.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { joined } from '#web/http/pages/joined.ts';

/** A text that its author allowed to be read and that a facilitator chose to publish. */
export interface Quote {
  /** The question or the trajectory that it is about. */
  readonly item: string;
  readonly kind: 'answer' | 'condition' | 'concern';
  readonly text: string;
}

/** The texts published of a consultation, as its people keep them now. */
export type QuotesOf = (consultation: Consultation) => Promise<readonly Quote[]>;

/** Published texts under what they are about. */
export function quoteList(quotes: readonly Quote[], view: View): Html {
  if (quotes.length === 0) return html``;
  const { say } = view;
  const items = [...new Set(quotes.map(({ item }) => item))];
  return html`<section><h2>${say('publishing.quotes.public')}</h2>
<p class="quiet">${say('publishing.quotes.public-note')}</p>
${joined(
  items.map(
    (item) => html`<h3>${itemTitle(view.text, item)}</h3>
${joined(
  quotes
    .filter((one) => one.item === item)
    .map(
      ({ text, kind }) =>
        html`<blockquote><p>${text}</p><p class="quiet">${say(`publishing.quotes.${kind}`)}</p></blockquote>`,
    ),
  '\n',
)}`,
  ),
  '\n',
)}</section>`;
}

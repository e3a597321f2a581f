import type { SortedText } from '#application/texts/sorted-texts.ts';
import { itemTitle } from '#domain/catalogue/item-title.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** Texts under the domain, then the question or trajectory that they are about; `one` draws each. */
export function textList(texts: readonly SortedText[], view: Wording, one: (text: SortedText) => Html): Html {
  const byDomain = Map.groupBy(texts, ({ domain }) => domain);
  return joined(
    [...byDomain].map(([domain, its]) => {
      const title = domain === undefined ? view.say('free-texts.elsewhere') : domainTitle(view, domain);
      const byItem = Map.groupBy(its, ({ item }) => item);
      return html`<section><h2>${title}</h2>${joined(
        [...byItem].map(
          ([item, about]) =>
            html`<h3>${itemTitle(view.text, item)}</h3><ul class="texts">${joined(about.map(one))}</ul>`,
        ),
      )}</section>`;
    }),
  );
}

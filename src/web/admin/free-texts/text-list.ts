import { type Html, html, joined } from '#web/http/pages/html.ts';
import { domainTitle, itemTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Sorted } from './found.ts';

/** Texts under the domain, then the question or trajectory that they are about; `one` draws each. */
export function textList(texts: readonly Sorted[], view: Wording, one: (text: Sorted) => Html): Html {
  const byDomain = Map.groupBy(texts, ({ domain }) => domain);
  return joined(
    [...byDomain].map(([domain, its]) => {
      const title = domain === undefined ? view.say('free-texts.elsewhere') : domainTitle(view, domain);
      const byItem = Map.groupBy(its, ({ item }) => item);
      return html`<section><h2>${title}</h2>${joined(
        [...byItem].map(
          ([item, about]) =>
            html`<h3>${itemTitle(view, item)}</h3><ul class="texts">${joined(about.map(one))}</ul>`,
        ),
      )}</section>`;
    }),
  );
}

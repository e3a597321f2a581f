import { itemTitle } from '#domain/catalogue/item-title.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import type { Wording } from '#wording/wording.ts';
import { figures, type PageFigures } from './seen.ts';

/** Replies that were not understood: how many and where, and what those who allow it had written. */
export function unclear(seen: PageFigures): Html {
  const { following, view } = seen;
  const { say } = view;
  const title = say('participation.unclear.title');
  const rows = following.unclear.map(({ item, people, replies }) => [
    placeTitle(item, view),
    figures(people, view),
    figures(replies, view),
  ]);
  const head = ['where', 'people', 'replies'].map((key) => say(`participation.unclear.${key}`));
  const shown =
    rows.length === 0
      ? html`<p>${say('participation.unclear.none')}</p>`
      : wideTable(title, { head, rows }, { id: 'unclear-table', look: 'counts' });
  return html`<section><h2>${title}</h2><p class="quiet">${say('participation.unclear.why')}</p>${shown}${allowed(seen)}</section>`;
}

/** The texts are there only for those who may read them. */
function allowed({ unclear: all, view }: PageFigures): Html {
  if (all.length === 0) return html``;
  const { say } = view;
  const items = [...new Set(all.map(({ item }) => item))];
  return html`<details id="unclear"><summary id="unclear-open">${say('participation.unclear.texts', { n: all.length })}</summary>
<p class="quiet">${say('participation.unclear.allowed')}</p>${joined(
    items.map(
      (item) =>
        html`<h3>${placeTitle(item, view)}</h3><ul>${joined(
          all.filter((one) => one.item === item).map(({ text }) => html`<li><q>${text}</q></li>`),
        )}</ul>`,
    ),
  )}</details>`;
}

const places = ['consent', 'profile', 'menu', 'titles'] as const;

function placeTitle(item: string, view: Wording): string {
  const place = places.find((one) => one === item);
  return place === undefined ? itemTitle(view.text, item) : view.say(`participation.place.${place}`);
}

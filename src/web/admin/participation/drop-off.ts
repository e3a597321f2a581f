import { itemTitle } from '#domain/catalogue/item-title.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { domainTitle } from '#wording/titles.ts';
import { figures, type PageFigures } from './seen.ts';

type Item = ParticipationView['items'][number];

/** Items named as those where most people stand. */
const most = 3;

/** Where people stop: each question and trajectory, domain by domain, in the order in which they are asked. */
export function dropOff(seen: PageFigures): Html {
  const { say } = seen.view;
  return html`<section><h2>${say('participation.items.title')}</h2>${stops(seen)}
<p class="quiet">${say('participation.items.note')}</p>
${joined(seen.following.domains.map(({ domain }) => ofDomain(domain, seen)))}</section>`;
}

function stops({ following, view }: PageFigures): Html {
  const { say } = view;
  const all = following.items
    .filter(({ stopped }) => stopped > 0)
    .toSorted((a, b) => b.stopped - a.stopped)
    .slice(0, most);
  if (all.length === 0) return html``;
  return html`<p>${say('participation.items.most')}</p><ol>${joined(
    all.map(
      ({ item, stopped }) =>
        html`<li>${say('participation.items.stop', { title: itemTitle(view.text, item), n: stopped, people: figures(stopped, view) })}</li>`,
    ),
  )}</ol>`;
}

const marks = ['reached', 'answered', 'skipped', 'stopped'] as const;

function ofDomain(domain: Item['domain'], { following, view }: PageFigures): Html {
  const { say } = view;
  const title = domainTitle(view, domain);
  const items = following.items.filter((item) => item.domain === domain);
  return html`<details id="items-${domain}"><summary id="items-${domain}-open">${title}</summary>${wideTable(
    say('participation.items.of', { domain: title }),
    {
      head: [say('participation.items.item'), ...marks.map((mark) => say(`participation.items.${mark}`))],
      rows: items.map((item) => [
        itemTitle(view.text, item.item),
        ...marks.map((mark) => figures(item[mark], view)),
      ]),
    },
    { id: `items-${domain}-table`, look: 'counts' },
  )}</details>`;
}

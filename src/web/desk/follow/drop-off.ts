import { domainTitle } from '#cards/titles.ts';
import type { Following } from '#domain/following.ts';
import { type Html, html } from '../../page/html.ts';
import { joined } from '../../page/joined.ts';
import { itemTitle } from '../texts/item-title.ts';
import { counted, figures, type Seen } from './seen.ts';
import { table } from './table.ts';

type Item = Following['items'][number];

/** Items named as those where most people stand. */
const most = 3;

/** Where people stop: each question and trajectory, domain by domain, in the order in which they are asked. */
export function dropOff(seen: Seen): Html {
  const { say } = seen.view;
  return html`<section><h2>${say('follow.items.title')}</h2>${stops(seen)}
<p class="quiet">${say('follow.items.note')}</p>
${joined(seen.following.domains.map(({ domain }) => ofDomain(domain, seen)))}</section>`;
}

function stops({ following, view }: Seen): Html {
  const { say } = view;
  const all = following.items
    .flatMap(({ item, stopped }) => (stopped === null || stopped === 0 ? [] : [{ item, stopped }]))
    .toSorted((a, b) => b.stopped - a.stopped)
    .slice(0, most);
  if (all.length === 0) return html``;
  return html`<p>${say('follow.items.most')}</p><ol>${joined(
    all.map(
      ({ item, stopped }) =>
        html`<li>${say('follow.items.stop', { title: itemTitle(view, item), n: stopped, people: figures(stopped, view) })}</li>`,
    ),
  )}</ol>`;
}

const marks = ['reached', 'answered', 'skipped', 'dontKnow', 'stopped'] as const;

function ofDomain(domain: Item['domain'], { following, view }: Seen): Html {
  const { say } = view;
  const title = domainTitle(view, domain);
  const items = following.items.filter((item) => item.domain === domain);
  return html`<details id="items-${domain}"><summary id="items-${domain}-open">${title}</summary>${table({
    id: `items-${domain}-table`,
    label: say('follow.items.of', { domain: title }),
    head: [say('follow.items.item'), ...marks.map((mark) => say(`follow.items.${mark}`))],
    rows: items.map((item) => [
      itemTitle(view, item.item),
      ...marks.map((mark) => counted(item[mark], view)),
    ]),
  })}</details>`;
}

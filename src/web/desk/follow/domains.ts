import { domainTitle } from '#cards/titles.ts';
import { type Html, html } from '../../page/html.ts';
import { domainBars } from './domain-bars.ts';
import { counted, type Seen } from './seen.ts';
import { table } from './table.ts';

/** Each domain: how many people began it, and how many of those finished it. */
export function domains({ following, view }: Seen): Html {
  const { say } = view;
  const title = say('follow.domains.title');
  const all = following.domains.map(({ domain, begun, done }) => ({
    title: domainTitle(view, domain),
    note: say('follow.domains.bar', { begun: counted(begun, view), done: counted(done, view) }),
    begun,
    done,
  }));
  const rows = all.map(({ title, begun, done }) => [title, counted(begun, view), counted(done, view)]);
  const head = ['domain', 'begun', 'done'].map((key) => say(`follow.domains.${key}`));
  const picture = domainBars(say('follow.domains.picture'), following.starts, all);
  return html`<section><h2>${title}</h2>
<figure>${{ html: picture.svg }}<figcaption>${say('follow.domains.note')}</figcaption></figure>
<details id="domains"><summary id="domains-open">${say('follow.figures')}</summary>${table({ id: 'domains-table', label: title, head, rows })}</details></section>`;
}

import { type Html, html } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { domainTitle } from '#wording/titles.ts';
import { domainBars } from './domain-bars.ts';
import { figures, type PageFigures } from './seen.ts';

/** Each domain: how many people began it, and how many of those finished it. */
export function domains({ following, view }: PageFigures): Html {
  const { say } = view;
  const title = say('participation.domains.title');
  const all = following.domains.map(({ domain, begun, done }) => ({
    title: domainTitle(view, domain),
    note: say('participation.domains.bar', { begun: figures(begun, view), done: figures(done, view) }),
    begun,
    done,
  }));
  const rows = all.map(({ title, begun, done }) => [title, figures(begun, view), figures(done, view)]);
  const head = ['domain', 'begun', 'done'].map((key) => say(`participation.domains.${key}`));
  const picture = domainBars(say('participation.domains.picture'), following.starts, all);
  return html`<section><h2>${title}</h2>
<figure>${{ html: picture.svg }}<figcaption>${say('participation.domains.note')}</figcaption></figure>
<details id="domains"><summary id="domains-open">${say('participation.figures')}</summary>${wideTable(title, { head, rows }, { id: 'domains-table', look: 'counts' })}</details></section>`;
}

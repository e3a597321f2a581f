import type { Parts } from '#domain/results/part-of.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { partRows, toldParts } from '#wording/told-parts.ts';
import { figures, type PageFigures } from './seen.ts';

/** Who came, as far as they said: roles, then kinds of territory. */
export function people({ following, view }: PageFigures): Html {
  const { say, text } = view;
  const part = (id: 'roles' | 'places', parts: Parts, titles: Readonly<Record<string, string>>) => {
    const title = say(`participation.${id}.title`);
    const head = [say(`participation.${id}.head`), say('participation.people')];
    const rows = partRows(toldParts(parts, titles), (n) => figures(n, view), view);
    const shown =
      rows.length === 0
        ? html`<p class="quiet">${say('participation.nobody')}</p>`
        : wideTable(title, { head, rows }, { id: `${id}-table`, look: 'counts' });
    return html`<section><h2>${title}</h2>${shown}<p class="quiet">${say(`participation.${id}.note`)}</p></section>`;
  };
  const roles = part('roles', following.roles, text.roles);
  return html`<div class="beside-each-other">${roles}${part('places', following.territories, text.territories)}</div>`;
}

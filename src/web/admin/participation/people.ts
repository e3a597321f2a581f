import type { Parts } from '#domain/results/part-of.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { besideTown } from '#wording/who/beside-town.ts';
import { partRows, toldParts } from '#wording/who/told-parts.ts';
import { figures, type PageFigures } from './seen.ts';

/** Who came, as far as they said: roles, then kinds of territory; beside the town's own figures, where there are some. */
export function people({ following, view }: PageFigures): Html {
  const { say, text } = view;
  const { starts: n, roles, territories } = following;
  const town = besideTown({ n, who: { roles, territories }, whole: 'began' }, 'exact', view);
  const part = (
    id: 'roles' | 'places',
    parts: Parts,
    titles: Readonly<Record<string, string>>,
    beside = town?.tables[id === 'roles' ? 'roles' : 'territories'],
  ) => {
    const title = say(`participation.${id}.title`);
    const head = [say(`participation.${id}.head`), say('participation.people')];
    const rows = partRows(toldParts(parts, titles), (count) => figures(count, view), view);
    const shown =
      rows.length === 0
        ? html`<p class="quiet">${say('participation.nobody')}</p>`
        : wideTable(title, beside ?? { head, rows }, {
            id: `${id}-table`,
            look: beside === undefined ? 'counts' : 'shares',
          });
    return html`<section><h2>${title}</h2>${shown}<p class="quiet">${say(`participation.${id}.note`)}</p></section>`;
  };
  const notes = joined((town?.notes ?? []).map((line) => html`<p class="quiet">${line}</p>`));
  return html`<div class="beside-each-other">${part('roles', roles, text.roles)}${part('places', territories, text.territories)}</div>${notes}`;
}

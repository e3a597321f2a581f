import type { PartOf } from '#domain/results/part-of.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { type PageFigures, partIn } from './seen.ts';

/** Who came, as far as they said: roles, then kinds of territory. */
export function people({ following, view }: PageFigures): Html {
  const { say, text, catalogue } = view;
  const { roles, territories } = following;
  const of = (counts: Readonly<Record<string, PartOf>>, ids: readonly string[]) =>
    ids.flatMap((id) => {
      const n = counts[id];
      return n === undefined || n === 0 ? [] : [{ id, n }];
    });
  const itsRoles = of(roles, catalogue.roles).map(({ id, n }) => [text.roles[id] ?? id, partIn(n, view)]);
  const places = of(territories, catalogue.territories);
  const itsPlaces = places.map(({ id, n }) => [text.territories[id] ?? id, partIn(n, view)]);
  const part = (id: 'roles' | 'places', rows: readonly string[][]) => {
    const title = say(`participation.${id}.title`);
    const head = [say(`participation.${id}.head`), say('participation.people')];
    const shown =
      rows.length === 0
        ? html`<p class="quiet">${say('participation.nobody')}</p>`
        : wideTable(title, { head, rows }, { id: `${id}-table`, look: 'counts' });
    return html`<section><h2>${title}</h2>${shown}<p class="quiet">${say(`participation.${id}.note`)}</p></section>`;
  };
  return html`<div class="beside-each-other">${part('roles', itsRoles)}${part('places', itsPlaces)}</div>`;
}

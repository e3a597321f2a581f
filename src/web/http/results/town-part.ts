import type { BesideTown } from '#wording/who/beside-town.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import { wideTable } from './figure.ts';

/** Who took part beside the town's own figures, on a result's page. */
export function townPart(town: BesideTown | undefined, { say }: Wording): Html {
  if (town === undefined) return html``;
  const tables = (['roles', 'territories'] as const).flatMap((of) => {
    const table = town.tables[of];
    const title = say(of === 'roles' ? 'participation.roles.title' : 'participation.places.title');
    return table === undefined ? [] : [wideTable(title, table, { look: 'shares' })];
  });
  return html`<details class="who"><summary>${say('town-figures.beside')}</summary>${joined(tables)}${joined(town.notes.map((line) => html`<p class="quiet">${line}</p>`))}</details>`;
}

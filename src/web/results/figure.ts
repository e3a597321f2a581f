import type { View } from '#cards/view.ts';
import type { Svg } from '#charts/svg.ts';
import { type Html, html } from '../page/html.ts';
import { joined } from '../page/joined.ts';

/** A table: its head, then its rows; the first cell of each names it. */
interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture, what it shows, and the same as a table for those who would rather read. */
export function figure(picture: Svg, note: string, table: Table, { say }: View): Html {
  return html`<figure>
<figcaption>${note}</figcaption>
${{ html: picture.svg }}
<details><summary>${say('results.data')}</summary>
<div class="wide"><table><thead><tr>${joined(table.head.map((cell) => html`<th scope="col">${cell}</th>`))}</tr></thead>
<tbody>${joined(
    table.rows.map(
      ([name = '', ...cells]) =>
        html`<tr><th scope="row">${name}</th>${joined(cells.map((cell) => html`<td>${cell}</td>`))}</tr>`,
    ),
  )}</tbody></table></div></details>
</figure>`;
}

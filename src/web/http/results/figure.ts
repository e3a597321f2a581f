import type { Svg } from '#charts/svg.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';

/** A table: its head, then its rows; the first cell of each names it. */
interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | Html)[])[];
}

interface Figure {
  /** What it is about; two figures of a page have different ones. */
  readonly title: string;
  readonly picture: Svg;
  readonly note?: string;
  readonly table: Table;
}

/** A picture, what it shows, and the same as a table for those who would rather read. */
export function figure({ title, picture, note, table }: Figure, { say }: Wording): Html {
  return html`<figure>
${note === undefined ? '' : html`<figcaption>${note}</figcaption>`}
${{ html: picture.svg }}
<details><summary>${say('results.data')}</summary>${wideTable(title, table)}</details>
</figure>`;
}

interface Look {
  /** Of the region, unique in the page: what had the focus keeps it when the table is drawn again. */
  readonly id?: string;
  /** The style of its table. */
  readonly look?: 'counts' | 'compiled' | 'shares';
}

/** A table that scrolls in its own place, where it is wider than the screen. */
export function wideTable(title: string, { head, rows }: Table, { id, look }: Look = {}): Html {
  const [name, style] = [id && html` id="${id}"`, look && html` class="${look}"`];
  return html`<div class="wide"${name ?? ''} tabindex="0" role="region" aria-label="${title}"><table${style ?? ''}><thead><tr>${joined(head.map((cell) => html`<th scope="col">${cell}</th>`))}</tr></thead>
<tbody>${joined(
    rows.map(
      ([name = '', ...cells]) =>
        html`<tr><th scope="row">${name}</th>${joined(cells.map((cell) => html`<td>${cell}</td>`))}</tr>`,
    ),
  )}</tbody></table></div>`;
}

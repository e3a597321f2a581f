import { type Html, html, joined } from '#web/http/pages/html.ts';

interface Table {
  /** Unique in the page: what had the focus keeps it when the table is drawn again. */
  readonly id: string;
  /** What it is about, for those who do not see it. */
  readonly label: string;
  readonly head: readonly string[];
  /** The first cell names its row. */
  readonly rows: readonly (readonly string[])[];
}

/** A table that scrolls within itself where it is wider than the window. */
export function table({ id, label, head, rows }: Table): Html {
  return html`<div class="wide" id="${id}" tabindex="0" role="region" aria-label="${label}"><table class="counts"><thead><tr>${joined(
    head.map((cell) => html`<th scope="col">${cell}</th>`),
  )}</tr></thead><tbody>${joined(
    rows.map(
      ([name = '', ...cells]) =>
        html`<tr><th scope="row">${name}</th>${joined(cells.map((cell) => html`<td>${cell}</td>`))}</tr>`,
    ),
  )}</tbody></table></div>`;
}

import type { Catalogue, CatalogueText, CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { AdminVisit } from '#web/admin/visit.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { cellRows, type ImpactCell } from './cells.ts';

interface Judged {
  /** Over the domains in use, with its own judgements. */
  readonly catalogue: Catalogue;
  readonly text: CatalogueText;
  /** The workshop's, if it made any. */
  readonly own: CrossImpacts | undefined;
  /** What was typed and could not be kept. */
  readonly sent?: Form | undefined;
  readonly wrong?: readonly ImpactCell[];
}

/** The square table of judgements: to fill in, or to read where `fields` is false. */
export function table(judged: Judged, visit: AdminVisit, { fields }: { readonly fields: boolean }): Html {
  const { catalogue, text } = judged;
  const rows = cellRows(catalogue);
  const title = (id: string) => text.orientations[id]?.title ?? id;
  const label = visit.say('outcome.judgements.table');
  return html`<div class="wide judgements" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr><td></td>${joined(
    catalogue.domains.map(
      ({ id, orientations }) =>
        html`<th scope="colgroup" colspan="${String(orientations.length)}">${text.domains[id]?.title ?? id}</th>`,
    ),
  )}</tr>
<tr><th scope="col">${visit.say('outcome.judgements.corner')}</th>${joined(
    rows.map(({ from }, i) => html`<th scope="col" id="c${String(i)}">${title(from)}</th>`),
  )}</tr></thead>
<tbody>${joined(
    rows.map(
      ({ from, cells }, i) =>
        html`<tr><th scope="row" id="r${String(i)}">${title(from)}</th>${joined(
          cells.map((cell) =>
            cell === undefined ? html`<td class="own"></td>` : place(cell, judged, visit, fields),
          ),
        )}</tr>`,
    ),
    '\n',
  )}</tbody></table></div>`;
}

function place(
  cell: ImpactCell,
  { catalogue, own, sent, wrong = [] }: Judged,
  { say }: AdminVisit,
  fields: boolean,
): Html {
  const { from, to, name, row, column } = cell;
  const given = catalogue.crossImpacts[from]?.[to] ?? 0;
  const kept = own?.[from]?.[to] ?? given;
  const value = sent?.text(name) ?? String(kept);
  const isChanged = value !== String(given);
  const beside = isChanged ? html` title="${say('outcome.judgements.given', { given })}"` : html``;
  const look = isChanged ? html` class="changed"` : html``;
  if (!fields) return html`<td${look}${beside}>${value}</td>`;
  const isWrong = wrong.some((one) => one.name === name);
  return html`<td${look}><input id="${name}" name="${name}" type="${isWrong ? 'text' : 'number'}" min="-3" max="3" value="${value}" aria-labelledby="r${String(row)} c${String(column)}"${isWrong ? html` aria-invalid="true"` : ''}${beside}></td>`;
}

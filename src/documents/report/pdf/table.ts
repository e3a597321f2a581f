import type { TableBlock } from '#documents/figures/charted.ts';
import { palette } from '#documents/pdf/palette.ts';
import { artifact, group, type PdfStructure, tagged } from '#documents/pdf/structure.ts';
import { bottomOf, makeRoom, type PdfPage, turnPage } from './page.ts';
import { heightOf, write } from './text.ts';

const pad = { x: 5, y: 2.6 };

/** A table that is no higher is not cut at all. */
const short = 220;

/** A table that may go on over pages: its head is drawn again on each, and no row is cut. */
export function setTable(page: PdfPage, table: TableBlock): void {
  const { doc, root, type, left, width } = page;
  makeRoom(page, leastTable(page, table));
  const element = group(doc, root, 'Table');
  const title = titleLook(page);
  tagged(doc, element, 'Caption', () => write(page, table.title, title, left, doc.y, width));
  doc.y += 3;
  setRow(page, table, table.head, 'head', element);
  for (const row of table.rows) {
    if (doc.y + rowHeight(page, table, row, 'row') > bottomOf(page)) {
      turnPage(page);
      setRow(page, table, table.head, 'head', undefined);
    }
    setRow(page, table, row, 'row', element);
  }
  element.end();
  doc.y += type.gap;
}

/** What must stand together: the title, the head and two rows; all of a short table. */
export function leastTable(page: PdfPage, table: TableBlock): number {
  const title = heightOf(page, table.title, titleLook(page), page.width) + 3;
  const top = title + rowHeight(page, table, table.head, 'head');
  const rows = table.rows.map((row) => rowHeight(page, table, row, 'row'));
  const sum = (some: readonly number[]) => some.reduce((all, height) => all + height, top);
  return sum(rows) <= short ? sum(rows) : sum(rows.slice(0, 2));
}

type Kind = 'head' | 'row';

const titleLook = ({ type }: PdfPage) => ({ font: 'strong', size: type.small, colour: palette.ink }) as const;

const cellLook = ({ type }: PdfPage, kind: Kind, column: number) =>
  ({
    font: kind === 'head' || column === 0 ? 'strong' : 'regular',
    size: type.table,
    colour: kind === 'head' ? palette.soft : palette.ink,
  }) as const;

/** Where each column begins and how wide it is. */
function columnsOf({ left, width }: PdfPage, { widths }: TableBlock) {
  const all = widths.reduce((sum, one) => sum + one, 0);
  let x = left;
  return widths.map((one) => {
    const column = { x, width: (one / all) * width };
    x += column.width;
    return column;
  });
}

function rowHeight(page: PdfPage, table: TableBlock, cells: readonly string[], kind: Kind): number {
  const columns = columnsOf(page, table);
  const heights = cells.map((cell, i) =>
    heightOf(page, cell, cellLook(page, kind, i), (columns[i]?.width ?? 0) - 2 * pad.x),
  );
  return Math.max(...heights) + 2 * pad.y;
}

/** One row; with no structure to stand in, it is a repetition that screen readers pass over. */
function setRow(
  page: PdfPage,
  table: TableBlock,
  cells: readonly string[],
  kind: Kind,
  parent: PdfStructure | undefined,
): void {
  const { doc, left, width } = page;
  const [top, height] = [doc.y, rowHeight(page, table, cells, kind)];
  artifact(doc, () => {
    if (kind === 'head') doc.rect(left, top, width, height).fill(palette.quiet);
    doc.rect(left, top + height - 0.5, width, 0.5).fill(kind === 'head' ? palette.edge : palette.line);
  });
  const columns = columnsOf(page, table);
  const draw = (cell: string, i: number) => {
    const { x, width: wide } = columns[i] ?? { x: left, width };
    write(page, cell, cellLook(page, kind, i), x + pad.x, top + pad.y, wide - 2 * pad.x);
  };
  if (parent === undefined) artifact(doc, () => cells.forEach(draw));
  else {
    const row = group(doc, parent, 'TR');
    cells.forEach((cell, i) => {
      const scope = scopeOf(kind, i);
      tagged(doc, row, scope === undefined ? 'TD' : 'TH', () => draw(cell, i), { scope });
    });
    row.end();
  }
  doc.y = top + height;
}

/** A heading says of what: of its column in the head, of its row in the first column. */
function scopeOf(kind: Kind, column: number): 'Column' | 'Row' | undefined {
  if (kind === 'head') return 'Column';
  return column === 0 ? 'Row' : undefined;
}

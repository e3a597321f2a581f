import { strFromU8 } from 'fflate';

/** Cells that are shown as one: rows and columns, counted from 0, both ends included. */
export interface MergedRange {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** Of each sheet of a workbook, in their order, which cells are merged. What cannot be followed merges nothing. */
export function mergedRanges(
  entries: Readonly<Record<string, Uint8Array>>,
): readonly (readonly MergedRange[])[] {
  const text = (path: string) => {
    const bytes = entries[path];
    return bytes === undefined ? '' : strFromU8(bytes);
  };
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return tags(text('xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, '[\\w]+:id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return tags(text(path), 'mergeCell').flatMap((cell) => rangeIn(attribute(cell, 'ref')));
  });
}

/** The same value in every cell of what is merged, as far as there are rows and columns. */
export function spread<Cell>(
  rows: readonly (readonly Cell[])[],
  ranges: readonly MergedRange[],
): readonly (readonly Cell[])[] {
  if (ranges.length === 0) return rows;
  return rows.map((cells, row) =>
    cells.map((cell, column) => {
      const range = ranges.find((one) => holds(one.rows, row) && holds(one.columns, column));
      return range === undefined ? cell : (rows[range.rows[0]]?.[range.columns[0]] ?? cell);
    }),
  );
}

const holds = ([first, last]: readonly [number, number], at: number): boolean => first <= at && at <= last;

const tags = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

function rangeIn(ref: string): readonly MergedRange[] {
  const [, fromColumn = '', fromRow = '', toColumn = '', toRow = ''] =
    /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(ref) ?? [];
  if (toRow === '') return [];
  return [
    {
      rows: [Number(fromRow) - 1, Number(toRow) - 1],
      columns: [columnAt(fromColumn), columnAt(toColumn)],
    },
  ];
}

const columnAt = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

import type { DraftCell } from './draft.ts';
import type { WorkbookTable } from './table.ts';

/** One row, read by the names of its columns. */
export interface WorkbookRow {
  /** '' when the cell is empty or the column missing. */
  readonly get: (column: string) => string;
  readonly from: (column?: string) => DraftCell;
}

/** The rows that hold something. */
export function rowsOf(table: WorkbookTable | undefined): readonly WorkbookRow[] {
  if (table === undefined) return [];
  return table.rows.flatMap((cells, index) => {
    if (cells.every((text) => text === '')) return [];
    return [
      {
        get: (column: string) => cells[table.header.indexOf(column)] ?? '',
        from: (column?: string) => ({
          sheet: table.name,
          row: index + 2,
          ...(column !== undefined && { column }),
        }),
      },
    ];
  });
}

/** A number as typed; what is none stays as it is, to be told by the check. */
export function number(text: string): number | string {
  const plain = text.replace(/^[\u2212\u2013]/, '-').replace(/^\+(?=\d)/, '');
  return /^-?\d{1,6}$/.test(plain) ? Number(plain) : text;
}

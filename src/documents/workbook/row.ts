import { minus } from '../tables/cell-text.ts';
import { columnName } from '../tables/sheets/sheet.ts';
import type { Draft, DraftCell } from './draft.ts';
import { unlisted, type WorkbookTable } from './table.ts';

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
        from: (column?: string) => cellAt(table, index, column),
      },
    ];
  });
}

/** A cell of a table's nth row, counted from 0. */
export function cellAt(
  { name, header, headerRow = 1 }: WorkbookTable,
  index: number,
  column?: string,
): DraftCell {
  const row = headerRow + 1 + index;
  if (column === undefined) return { sheet: name, row };
  const at = header.indexOf(column);
  return { sheet: name, row, column, ...(at >= 0 && { letter: columnName(at + 1) }) };
}

/** The condition that a row holds; `prefix` is what stands before the names of its columns. Nothing when they are empty. */
export function conditionIn(row: WorkbookRow, prefix: string): Record<string, unknown> | undefined {
  const [question = '', is = '', atLeast = '', atMost = ''] = ['question', 'is', 'at least', 'at most'].map(
    (name) => row.get(`${prefix}${name}`),
  );
  if (`${question}${is}${atLeast}${atMost}` === '') return undefined;
  return {
    question,
    ...(is !== '' && { is: unlisted(is) }),
    ...(atLeast !== '' && { atLeast: number(atLeast) }),
    ...(atMost !== '' && { atMost: number(atMost) }),
  };
}

/** Where each part of a row's condition stands. */
export function markCondition(
  draft: Draft,
  file: string,
  path: readonly (string | number)[],
  row: WorkbookRow,
  prefix: string,
): void {
  draft.mark(file, path, row.from(`${prefix}question`));
  for (const [key, column] of Object.entries({ is: 'is', atLeast: 'at least', atMost: 'at most' }))
    draft.mark(file, [...path, key], row.from(`${prefix}${column}`));
}

const leadingMinus = new RegExp(`^${minus.source}\\s*`);

/** A number as typed; what is none stays as it is, to be told by the check. */
export function number(text: string): number | string {
  const plain = text
    .replace(/^'/, '')
    .replace(leadingMinus, '-')
    .replace(/^\+\s*(?=\d)/, '')
    .replace(/(?<=\d)[.,]0+$/, '');
  // Zero has no sign.
  return /^-?\d{1,6}$/.test(plain) ? Number(plain) || 0 : text;
}

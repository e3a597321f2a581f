import type { judgeSheet } from '#domain/paper/judge-sheet.ts';
import type { SheetProblem, SpreadsheetSheet } from '../sheets/sheet.ts';
import type { SheetColumn } from './sheet-columns.ts';

/** What is wrong with a file of paper sheets, and where: counted from 1, as a spreadsheet shows it. */
export interface PaperFileProblem extends Omit<SheetProblem, 'code'> {
  readonly code:
    | SheetProblem['code']
    | ReturnType<typeof judgeSheet>[number]['code']
    | 'stance'
    | 'two-scales'
    | 'which-scale'
    | 'roles'
    | 'territory'
    | 'repeated'
    | 'no-head'
    | 'unknown-column'
    | 'repeated-column'
    | 'too-many';
}

/** A row of a spreadsheet by its number there. */
export interface PaperRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table of sheets: what each column holds, and the rows with something in them. */
export interface PaperTable {
  readonly name?: string;
  readonly head: PaperRow;
  readonly columns: readonly (SheetColumn | undefined)[];
  readonly rows: readonly PaperRow[];
}

/** A title may stand above the head. */
const lookedThrough = 10;

/** The first table of sheets in a file; nothing: none of them has a head with a number and a trajectory. */
export function paperTableIn(
  sheets: readonly SpreadsheetSheet[],
  columnOf: (head: string) => SheetColumn | undefined,
): PaperTable | undefined {
  for (const { name, rows } of sheets) {
    const at = rows.slice(0, lookedThrough).findIndex((cells) => isHead(cells.map(columnOf)));
    if (at < 0) continue;
    const head = { row: at + 1, cells: rows[at] ?? [] };
    const columns = head.cells.map(columnOf);
    const number = columns.findIndex((one) => one?.of === 'number');
    // A row with a number alone waits for its sheet.
    const filled = rows
      .map((cells, i) => ({ row: i + 1, cells }))
      .filter(
        ({ row, cells }) => row > head.row && cells.some((cell, i) => i !== number && cell.trim() !== ''),
      );
    return { ...(name !== undefined && { name }), head, columns, rows: filled };
  }
  return undefined;
}

const isHead = (columns: readonly (SheetColumn | undefined)[]): boolean =>
  columns.some((one) => one?.of === 'number') && columns.some((one) => one?.of === 'stance');

/** Columns that stand for nothing and hold something, and those that are there twice. */
export function wrongColumns({ head, columns, rows }: PaperTable): readonly PaperFileProblem[] {
  const seen = new Set<string>();
  const width = Math.max(head.cells.length, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, i) => i).flatMap((i): readonly PaperFileProblem[] => {
    const column = columns[i];
    const place = { row: head.row, column: i + 1, value: (head.cells[i] ?? '').trim() };
    if (column === undefined) {
      const isUsed = rows.some(({ cells }) => (cells[i] ?? '').trim() !== '');
      return isUsed ? [{ ...place, code: 'unknown-column' }] : [];
    }
    const key = JSON.stringify(column);
    const isAgain = seen.has(key);
    seen.add(key);
    return isAgain ? [{ ...place, code: 'repeated-column' }] : [];
  });
}

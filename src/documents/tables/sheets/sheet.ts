/** A sheet of a spreadsheet's file: every cell is text as it was meant, an empty one is ''. The first row is the spreadsheet's first. */
export interface SpreadsheetSheet {
  /** Absent where the file is one sheet without a name (CSV). */
  readonly name?: string;
  readonly rows: readonly (readonly string[])[];
}

/** Why a file is not read: the words stand under `table-problem`. */
export const sheetProblems = [
  /** No table: a quotation mark is left open, or the file is none of a spreadsheet's. */
  'unreadable',
  /** Signs of a cell are lost. */
  'spoilt',
  /** A formula in a cell has no result. */
  'failed-formula',
  /** Of Excel before 2007, or behind a password. */
  'old-excel',
  /** Of LibreOffice as it saves by itself. */
  'open-document',
  /** Of Numbers as it saves by itself. */
  'numbers',
  /** Nothing at all. */
  'empty',
  /** More than is read. */
  'too-large',
] as const;

/** Why a file is not read, and where. */
export interface SheetProblem {
  readonly code: (typeof sheetProblems)[number];
  readonly sheet?: string;
  /** Counted from 1, as a spreadsheet shows it. */
  readonly row?: number;
  readonly column?: number;
  readonly value?: string;
}

export type ReadSheets =
  | { readonly sheets: readonly SpreadsheetSheet[] }
  | { readonly problem: SheetProblem };

/** How a spreadsheet names a column, counted from 1: A, Z, AA. */
export function columnName(column: number): string {
  const last = (column - 1) % 26;
  const before = (column - 1 - last) / 26;
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + last)}`;
}

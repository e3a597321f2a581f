import { unguarded } from '../tables/cell-text.ts';
import { readSheets } from '../tables/sheets/read-sheets.ts';
import type { SpreadsheetSheet } from '../tables/sheets/sheet.ts';
import { columnName } from '../tables/sheets/sheet.ts';
import { headerOf, sheetLike } from './header.ts';
import type { Misfit } from './misfit.ts';
import {
  byName,
  columns,
  headerIn,
  languagesIn,
  type TableName,
  type Tables,
  tableNames,
  type WorkbookTable,
} from './table.ts';

export type ReadTables = { readonly tables: Tables } | { readonly misfits: readonly Misfit[] };

/** The sheets of a catalogue in a file: a workbook, or one of its sheets as CSV, whose header says which it is. */
export async function readTables(bytes: Uint8Array): Promise<ReadTables> {
  const read = await readSheets(bytes);
  if ('sheets' in read) return tablesIn(read.sheets);
  const { code, sheet, row, column, value } = read.problem;
  const cell = {
    ...(sheet !== undefined && { sheet }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { letter: columnName(column) }),
  };
  return { misfits: [{ code, cell, ...(value !== undefined && { value }) }] };
}

/** Sheets of a catalogue are read; others are left aside. */
function tablesIn(sheets: readonly SpreadsheetSheet[]): ReadTables {
  const named = sheets.flatMap((sheet) => {
    const name = nameIn(sheet.name ?? '');
    return name === undefined ? [] : [tableIn(name, sheet)];
  });
  const found = named.length > 0 ? named : sheets.flatMap(byHeader);
  if (found.length === 0) return { misfits: [{ code: 'no-sheet', value: tableNames.join(', ') }] };
  const misfits = found.flatMap(missing);
  if (misfits.length > 0) return { misfits };
  return { tables: byName(found) };
}

/** Numbers names a sheet after itself and its table. */
const nameIn = (given: string): TableName | undefined =>
  tableNames.find(
    (name) =>
      name ===
      given
        .trim()
        .toLowerCase()
        .split(/ [-–] /)[0],
  );

function byHeader(sheet: SpreadsheetSheet): readonly WorkbookTable<TableName>[] {
  const names = sheet.rows.slice(0, lookedThrough).map((cells) => sheetLike(headerOf(cells)));
  const name = names.find((one) => one !== undefined);
  return name === undefined ? [] : [tableIn(name, sheet)];
}

/** A title may stand above the header. */
const lookedThrough = 10;

function tableIn(name: TableName, { rows }: SpreadsheetSheet): WorkbookTable<TableName> {
  const first = rows.slice(0, lookedThrough).findIndex((cells) => {
    const header = headerOf(cells);
    return columns[name].plain.every((column) => header.includes(column));
  });
  const filled = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const at = Math.max(0, first < 0 ? filled : first);
  const header = headerOf(rows[at] ?? []);
  const isPlain = header.map((column) => columns[name].plain.includes(column));
  const data = rows.slice(at + 1).map((cells) => cells.map((cell, i) => meant(cell, isPlain[i] === true)));
  return { name, header, rows: data, headerRow: at + 1 };
}

/** What somebody meant by a cell: a code bears no sign that nobody sees, and a spreadsheet writes some words in capitals. */
function meant(cell: string, isPlain: boolean): string {
  const text = unguarded(cell.trim());
  if (!isPlain) return text;
  const code = text.replace(/\p{Cf}/gu, '').trim();
  return truths.get(code) ?? code;
}

const truths: ReadonlyMap<string, string> = new Map([
  ['TRUE', 'true'],
  ['VRAI', 'true'],
  ['FALSE', 'false'],
  ['FAUX', 'false'],
]);

function missing({ name, header, headerRow = 1 }: WorkbookTable<TableName>): readonly Misfit[] {
  const languages = languagesIn(header);
  const spoken = languages.length > 0 || columns[name].text.length === 0 ? languages : ['fr'];
  return headerIn(name, spoken)
    .filter((column) => !header.includes(column))
    .map((value) => ({ code: 'no-column', cell: { sheet: name, row: headerRow }, value }));
}

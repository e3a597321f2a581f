import type { TownSheets } from '#domain/records/town-catalogue.ts';
import { headerIn, type TableName, type Tables, tableNames, type WorkbookTable } from '../table.ts';

/** Sheets as they are kept; rows that hold nothing are left out. */
export const sheetsOf = (tables: Tables): TownSheets =>
  tableNames.flatMap((name) => {
    const table = tables.get(name);
    if (table === undefined) return [];
    const rows = table.rows.filter((cells) => cells.some((cell) => cell !== ''));
    return [{ name, header: [...table.header], rows: rows.map((cells) => [...cells]) }];
  });

export const tablesOf = (sheets: TownSheets): Tables =>
  new Map(
    tableNames.flatMap((name) => {
      const sheet = sheets.find((one) => one.name === name);
      return sheet === undefined ? [] : [[name, { ...sheet, name }] as const];
    }),
  );

/** A sheet, were it empty: with its header in these languages. */
function tableIn(tables: Tables, name: TableName, languages: readonly string[]): WorkbookTable {
  return tables.get(name) ?? { name, header: headerIn(name, languages), rows: [] };
}

/** A row as a record by the names of its columns. */
export type Cells = Readonly<Record<string, string>>;

export const cellsOf = ({ header }: WorkbookTable, row: readonly string[]): Cells =>
  Object.fromEntries(header.map((column, i) => [column, row[i] ?? '']));

/** The rows of a sheet that are such, by their columns. */
export function rowsWhere(tables: Tables, name: TableName, where: Cells): readonly Cells[] {
  const table = tables.get(name);
  if (table === undefined) return [];
  return table.rows.map((row) => cellsOf(table, row)).filter((cells) => isSuch(cells, where));
}

/** Puts other rows in the place of those that are such: where the first of them stood, or at the end. Columns that are not named stay empty. */
export function withRows(
  tables: Tables,
  {
    name,
    where,
    rows,
    languages,
  }: {
    readonly name: TableName;
    readonly where: Cells;
    readonly rows: readonly Cells[];
    readonly languages: readonly string[];
  },
): Tables {
  const table = tableIn(tables, name, languages);
  const all = table.rows.map((row) => [row, isSuch(cellsOf(table, row), where)] as const);
  const first = all.findIndex(([, is]) => is);
  const fresh = rows.map((cells) => table.header.map((column) => cells[column] ?? ''));
  const [before, after] = first < 0 ? [all, []] : [all.slice(0, first), all.slice(first)];
  const left = (some: typeof all) => some.flatMap(([row, is]) => (is ? [] : [row]));
  const made = { ...table, rows: [...left(before), ...fresh, ...left(after)] };
  return new Map([...tables, [name, made]]);
}

const isSuch = (cells: Cells, where: Cells): boolean =>
  Object.entries(where).every(([column, value]) => cells[column] === value);

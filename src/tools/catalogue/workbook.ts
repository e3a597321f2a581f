import { visible } from '#documents/tables/cell-text.ts';
import { columns, languagesIn, type TableName, tableNames, textColumn, type WorkbookTable } from './table.ts';

/** What is wrong with a spreadsheet before its content is looked at. */
interface Misfit {
  readonly message: string;
  readonly remedy: string;
}

export type ReadTables =
  | { readonly tables: ReadonlyMap<TableName, WorkbookTable> }
  | { readonly misfits: readonly Misfit[] };

/** Writes the sheets as a workbook: every cell is text, so that nothing is taken for a formula. */
export async function writeWorkbook(path: string, tables: readonly WorkbookTable[]): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: header.map((column) => ({ width: widthOf(column) })),
    data: [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((cells) =>
        cells.map((value) => (value === '' ? null : { value, type: String, wrap: true })),
      ),
    ],
  }));
  await writeExcelFile(sheets).toFile(path);
}

const widthOf = (column: string): number =>
  /^(summary|benefit|risk|example|description|reason)/.test(column) ? 50 : /^title/.test(column) ? 36 : 22;

export async function readWorkbook(path: string): Promise<ReadTables> {
  const { default: readExcelFile } = await import('read-excel-file/node');
  const sheets = await readExcelFile(path, { trim: false });
  return named(sheets.map(({ sheet, data }) => ({ name: sheet, cells: data.map((row) => row.map(text)) })));
}

/** A sheet saved as CSV; its header says which it is. */
export async function readCsv(path: string): Promise<ReadTables> {
  const [tables, { readFile }] = await Promise.all([
    import('#documents/tables/csv/read-csv.ts'),
    import('node:fs/promises'),
  ]);
  const read = tables.readCsv(await readFile(path));
  if ('problem' in read) {
    const message = `${path}: this is no table, from line ${read.problem.line} on.`;
    return { misfits: [{ message, remedy: 'A quotation mark may have been left open there.' }] };
  }
  const first = read.rows.findIndex((row) => row.cells.some((cell) => cell.trim() !== ''));
  const cells = read.rows.slice(Math.max(0, first)).map((row) => [...row.cells]);
  const header = (cells[0] ?? []).map((name) => name.trim());
  // Some headers begin alike: the longest that fits says which sheet it is.
  const name = tableNames
    .filter((it) => columns[it].plain.every((column, i) => header[i] === column))
    .toSorted((a, b) => columns[b].plain.length - columns[a].plain.length)[0];
  if (name === undefined) {
    const known = tableNames.map((it) => `${it} (${columns[it].plain.join(', ')})`).join('; ');
    return {
      misfits: [
        {
          message: `${path}: this is none of the sheets.`,
          remedy: `Keep the header of one of them: ${known}.`,
        },
      ],
    };
  }
  return named([{ name, cells: cells.map((row) => row.map(text)) }]);
}

/** Checks the sheets' names and headers. Sheets that are ours alone are read; others are left aside. */
function named(sheets: readonly { name: string; cells: string[][] }[]): ReadTables {
  const tables = new Map<TableName, WorkbookTable>();
  const misfits: Misfit[] = [];
  for (const { name, cells } of sheets) {
    const known = tableNames.find((it) => it === name.trim().toLowerCase());
    if (known === undefined) continue;
    const [header = [], ...rows] = cells;
    const missing = wanted(known, header).filter((column) => !header.includes(column));
    if (missing.length > 0)
      misfits.push({
        message: `Sheet ${known}: the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} cannot be found in the first row.`,
        remedy: 'Put it back, spelt this way.',
      });
    tables.set(known, { name: known, header, rows });
  }
  if (tables.size === 0)
    misfits.push({
      message: 'There is no sheet of a catalogue here.',
      remedy: `Name the sheets: ${tableNames.join(', ')}.`,
    });
  return misfits.length > 0 ? { misfits } : { tables };
}

function wanted(name: TableName, header: readonly string[]): string[] {
  const { plain, text } = columns[name];
  const languages = languagesIn(header);
  return [...plain, ...text.flatMap((column) => languages.map((language) => textColumn(column, language)))];
}

/** A cell as the text it stands for: a spreadsheet may have made a number or a date of it. */
function text(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return visible(String(cell)).trim();
}

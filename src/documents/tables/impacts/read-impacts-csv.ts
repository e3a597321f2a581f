import type { Catalogue, CrossImpacts } from '#domain/catalogue/catalogue.ts';
import { minus } from '../cell-text.ts';
import { type CsvRow, readCsv } from '../csv/read-csv.ts';
import { readSheets } from '../sheets/read-sheets.ts';
import type { ImpactProblem } from './impact-problem.ts';
import { type Column, type GridRow, type Named, readImpactsGrid } from './impacts-grid.ts';

/** The largest file that is read, in bytes, and in cells, empty ones too. */
const largest = { bytes: 200 * 1024, cells: 10_000 } as const;
/** The most problems that are told: who sees so many starts again from an empty table. */
const most = 100;

type ReadImpacts = { readonly impacts: CrossImpacts } | { readonly problems: readonly ImpactProblem[] };

/**
 * The cross-impacts of a workshop, as `impactsCsv` writes them or a spreadsheet saves them: rows and columns in any order,
 * named by code or title, separated by semicolons, commas or tabs. An empty cell is 0. All of it, or what is wrong with it.
 */
export function readImpactsCsv(text: string, catalogue: Catalogue): ReadImpacts {
  if (isTooLarge(text)) return { problems: [{ row: 1, code: 'too-large' }] };
  const read = readCsv(text);
  return 'problem' in read ? { problems: [read.problem] } : judgedIn(read.rows, catalogue);
}

/** The same of a file: a workbook too, whose first sheet with anything on it is the table. */
export async function readImpactsFile(bytes: Uint8Array, catalogue: Catalogue): Promise<ReadImpacts> {
  const read = await readSheets(bytes);
  if ('problem' in read) return { problems: [{ row: 1, ...read.problem }] };
  const sheet = read.sheets.find(({ rows }) =>
    rows.some((cells) => cells.some((cell) => cell.trim() !== '')),
  );
  const rows = (sheet?.rows ?? []).map((cells, i) => ({ row: i + 1, cells }));
  const count = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  if (count > largest.cells) return { problems: [{ row: 1, code: 'too-large' }] };
  return judgedIn(rows, catalogue);
}

function judgedIn(rows: readonly CsvRow[], catalogue: Catalogue): ReadImpacts {
  const grid = readImpactsGrid(rows, catalogue);
  if ('problems' in grid) return { problems: grid.problems.slice(0, most) };
  const domainOf = new Map(
    catalogue.domains.flatMap(({ id, orientations }) => orientations.map((one) => [one, id])),
  );
  const problems: ImpactProblem[] = [];
  const impacts = grid.rows.map((row): [string, Record<string, number>] => [
    row.id,
    Object.fromEntries(
      grid.columns.flatMap((column): [string, number][] => {
        const read = judged(row, column, domainOf.get(row.id) === domainOf.get(column.id));
        if (typeof read === 'object') problems.push(read);
        return typeof read === 'number' ? [[column.id, read]] : [];
      }),
    ),
  ]);
  return problems.length > 0
    ? { problems: problems.slice(0, most) }
    : { impacts: Object.fromEntries(impacts) };
}

function isTooLarge(text: string): boolean {
  if (Buffer.byteLength(text) > largest.bytes) return true;
  let cells = 1;
  for (const _ of text.matchAll(/[;,\t\r\n]/g)) cells++;
  return cells > largest.cells;
}

/** The judgement in a cell; nothing within a domain. */
function judged(
  { cells, row }: Named<GridRow>,
  { at }: Named<Column>,
  isOwn: boolean,
): number | undefined | ImpactProblem {
  const value = (cells[at] ?? '').trim();
  const where = { row, column: at + 1, value };
  const plain = value.replace(minus, '-').replace(/^'/, '');
  if (isOwn) return plain === '' || /^(0|-|x)$/i.test(plain) ? undefined : { ...where, code: 'same-domain' };
  if (plain === '') return 0;
  const digits = /^([+-]?)\s*([0-3])(?:[.,]0+)?$/.exec(plain);
  if (digits === null) return { ...where, code: 'not-a-judgement' };
  const strength = Number(digits[2]);
  return digits[1] === '-' && strength > 0 ? -strength : strength;
}

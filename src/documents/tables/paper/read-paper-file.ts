import { judgeSheet, type SheetProblem } from '#domain/paper/judge-sheet.ts';
import { type Sheet, sheetBounds } from '#domain/paper/sheet.ts';
import { unguarded } from '../cell-text.ts';
import { readSheets } from '../sheets/read-sheets.ts';
import {
  type PaperFileProblem,
  type PaperRow,
  type PaperTable,
  paperTableIn,
  wrongColumns,
} from './paper-table.ts';
import { columnReader, type SheetsRead } from './sheet-columns.ts';
import { readStances, type StanceCell } from './stance-cells.ts';
import { namesOf } from './who-cells.ts';

export type ReadPaperFile =
  | { readonly sheets: readonly Sheet[] }
  | { readonly problems: readonly PaperFileProblem[] };

/** The most problems that are told: who sees so many looks at the whole table. */
const most = 100;

/** The paper sheets of a file that a spreadsheet saved, a row each: all of them, or what is wrong. */
export async function readPaperFile(bytes: Uint8Array, about: SheetsRead): Promise<ReadPaperFile> {
  const read = await readSheets(bytes);
  if ('problem' in read) return { problems: [read.problem] };
  const table = paperTableIn(read.sheets, columnReader(about));
  if (table === undefined) return { problems: [{ code: 'no-head' }] };
  const { name } = table;
  const result = sheetsIn(table, about);
  if ('sheets' in result) return result;
  const where = name === undefined ? {} : { sheet: name };
  return { problems: result.problems.slice(0, most).map((one) => ({ ...where, ...one })) };
}

function sheetsIn(table: PaperTable, about: SheetsRead): ReadPaperFile {
  const { head, rows } = table;
  const wrong = wrongColumns(table);
  if (wrong.length > 0) return { problems: wrong };
  if (rows.length === 0) return { problems: [{ code: 'nothing', row: head.row + 1 }] };
  if (rows.length > sheetBounds.atOnce)
    return { problems: [{ code: 'too-many', value: `${sheetBounds.atOnce}` }] };
  const cells = rows.flatMap((row) => stanceCells(row, table));
  const read = readStances(cells, about.catalogue);
  if ('problems' in read) return read;
  const said = new Map<number, [string, Sheet['stances'][string]][]>();
  cells.forEach(({ row, trajectory }, i) => {
    const stance = read.stances[i];
    if (stance !== undefined) said.set(row, [...(said.get(row) ?? []), [trajectory, stance]]);
  });
  const whoReaders = readersOf(about);
  const made = rows.map((row) => {
    const stances = Object.fromEntries(said.get(row.row) ?? []);
    return { row, ...sheetIn(row, table, { stances, about, readers: whoReaders }) };
  });
  const problems = [...made.flatMap((one) => one.problems), ...repeated(made, table)];
  return problems.length > 0 ? { problems } : { sheets: made.map(({ sheet }) => sheet) };
}

interface TrajectoryCell extends StanceCell {
  readonly trajectory: string;
}

const stanceCells = ({ row, cells }: PaperRow, { columns }: PaperTable): readonly TrajectoryCell[] =>
  cells.flatMap((cell, i) => {
    const column = columns[i];
    const value = cell.trim();
    return column?.of === 'stance' && value !== ''
      ? [{ row, column: i + 1, value, trajectory: column.trajectory }]
      : [];
  });

function readersOf({ catalogue: { roles, territories, languages, text } }: SheetsRead) {
  const titles = (of: 'roles' | 'territories') => languages.map((one) => text[one]?.[of] ?? {});
  return {
    roles: namesOf(roles, titles('roles')),
    territory: namesOf(territories, titles('territories')),
  };
}

interface RowContext {
  readonly stances: Sheet['stances'];
  readonly about: SheetsRead;
  readonly readers: ReturnType<typeof readersOf>;
}

function sheetIn({ row, cells }: PaperRow, { columns }: PaperTable, { stances, about, readers }: RowContext) {
  const at = (of: string) => columns.findIndex((one) => one?.of === of);
  const cell = (i: number) => unguarded(cells[i] ?? '').trim();
  const wrong = (code: PaperFileProblem['code'], i: number): PaperFileProblem => ({
    ...{ code, row, value: cell(i).slice(0, 80) },
    ...(i >= 0 && { column: i + 1 }),
  });
  const who = (['roles', 'territory'] as const).map((of) => ({ of, named: readers[of](cell(at(of))) }));
  const [roles, territories] = who.map(({ named }) => named ?? []);
  const [territory] = territories ?? [];
  const remarks = columns.flatMap((column, i) => {
    const text = cell(i).replace(/\s+/g, ' ');
    return column?.of === 'remark' && text !== '' ? [[column.domain, text] as const] : [];
  });
  const digits = /^(\d{1,6})(?:[.,]0+)?$/.exec(cell(at('number')))?.[1];
  const sheet: Sheet = {
    number: Number(digits ?? Number.NaN),
    roles: roles ?? [],
    ...(territory !== undefined && { territory }),
    ...{ stances, remarks: Object.fromEntries(remarks) },
  };
  const placeOf = ({ at: of, id }: SheetProblem) =>
    of === 'remark' ? columns.findIndex((one) => one?.of === 'remark' && one.domain === id) : at(of);
  const problems = [
    ...who.flatMap(({ of, named }) =>
      named === undefined || (of === 'territory' && named.length > 1) ? [wrong(of, at(of))] : [],
    ),
    ...judgeSheet(sheet, about.catalogue).map((problem) => wrong(problem.code, placeOf(problem))),
  ];
  return { sheet, problems };
}

/** Numbers that stand in two rows: one sheet would take the other's place without a word. */
function repeated(
  made: readonly { readonly row: PaperRow; readonly sheet: Sheet }[],
  { columns }: PaperTable,
): readonly PaperFileProblem[] {
  const column = columns.findIndex((one) => one?.of === 'number') + 1;
  const seen = new Set<number>();
  return made.flatMap(({ row: { row }, sheet: { number } }) => {
    const isAgain = seen.has(number);
    seen.add(number);
    return isAgain && !Number.isNaN(number)
      ? [{ code: 'repeated' as const, row, column, value: `${number}` }]
      : [];
  });
}

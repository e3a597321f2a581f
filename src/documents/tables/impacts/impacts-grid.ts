import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { fold } from '#domain/conversation/fold.ts';
import { unguarded } from '../cell-text.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import type { ImpactProblem } from './impact-problem.ts';
import { reworded } from './reworded.ts';

export type GridRow = CsvRow;

/** Where a column stands, counted from 0. */
export interface Column {
  readonly at: number;
}

/** What stands for a direction of the catalogue. */
export type Named<It> = It & { readonly id: string };

type Grid =
  | { readonly rows: readonly Named<GridRow>[]; readonly columns: readonly Named<Column>[] }
  | { readonly problems: readonly ImpactProblem[] };

/** The table among rows: a row and a column for each direction of the catalogue, in the catalogue's order. */
export function readImpactsGrid(given: readonly GridRow[], catalogue: Catalogue): Grid {
  const filled = given.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...body] = filled;
  const all = catalogue.domains.flatMap(({ orientations }) => orientations);
  const names = namesOf(catalogue);
  const first = head === undefined ? [] : columnsOf(head, body, names);
  const columns = checked(first, all, head?.row ?? 1);
  const rows = checked(
    body.map((row) => ({ ...row, ...namedBy(row, 0, names), place: { row: row.row, column: 1 } })),
    all,
    filled.at(-1)?.row ?? 1,
  );
  const problems = [...columns.problems, ...rows.problems, ...body.flatMap((row) => beyond(row, head))];
  return problems.length > 0 ? { problems } : { rows: rows.found, columns: columns.found };
}

type Names = ReadonlyMap<string, string>;

/** Codes and titles as they are compared; a title that two directions share names neither. */
function namesOf({ domains, languages, text }: Catalogue): Names {
  const ids = domains.flatMap(({ orientations }) => orientations);
  const titles = new Map<string, string>();
  const shared = new Set<string>();
  for (const id of ids)
    for (const language of languages) {
      const title = fold(text[language]?.orientations[id]?.title ?? '');
      if ((titles.get(title) ?? id) !== id) shared.add(title);
      titles.set(title, id);
    }
  const plain = [...titles].filter(([title]) => title !== '' && !shared.has(title));
  return new Map([...plain, ...ids.map((id): [string, string] => [fold(id), id])]);
}

interface Candidate {
  readonly id: string | undefined;
  readonly value: string;
  readonly place: { readonly row: number; readonly column: number };
}

function namedBy({ cells }: GridRow, at: number, names: Names): { id: string | undefined; value: string } {
  const value = unguarded(cells[at] ?? '').trim();
  return { id: names.get(fold(value)) ?? reworded(value, names), value };
}

/** The columns after the first; the second may hold titles, which are for people. */
function columnsOf(head: GridRow, body: readonly GridRow[], names: Names): readonly (Candidate & Column)[] {
  const all = head.cells.map((_, at) => ({
    at,
    ...namedBy(head, at, names),
    place: { row: head.row, column: at + 1 },
  }));
  const isForPeople = ({ id, at }: Candidate & Column) =>
    id === undefined && at === 1 && !body.some(({ cells }) => /^\W*[0-9]/.test(cells[at] ?? ''));
  const last = all.findLastIndex(({ value }) => value !== '');
  return all.filter((column) => column.at > 0 && column.at <= last && !isForPeople(column));
}

/** Each direction once. */
function checked<It extends Candidate>(candidates: readonly It[], all: readonly string[], row: number) {
  const problems: ImpactProblem[] = [];
  const found = new Map<string, Named<It>>();
  for (const one of candidates) {
    const { id, value, place } = one;
    if (id === undefined) problems.push({ ...place, code: 'unknown-orientation', value });
    else if (found.has(id)) problems.push({ ...place, code: 'repeated-orientation', value });
    else found.set(id, { ...one, id });
  }
  const inOrder = all.flatMap((id) => found.get(id) ?? []);
  for (const id of all) if (!found.has(id)) problems.push({ row, code: 'missing-orientation', value: id });
  return { found: inOrder, problems };
}

/** What stands to the right of the last column. */
function beyond({ row, cells }: GridRow, head: GridRow | undefined): readonly ImpactProblem[] {
  const last = head?.cells.findLastIndex((cell) => cell.trim() !== '') ?? -1;
  const at = cells.findIndex((cell, i) => i > last && cell.trim() !== '');
  return at < 0 ? [] : [{ row, column: at + 1, code: 'outside', value: (cells[at] ?? '').trim() }];
}

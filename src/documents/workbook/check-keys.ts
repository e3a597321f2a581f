import type { Misfit } from './misfit.ts';
import { cellAt } from './row.ts';
import { keyColumns, type TableName, type Tables, tableNames, type WorkbookTable } from './table.ts';

/** The most that is told at once: who sees so many mends the first ones, and comes back. */
const most = 100;

/** Checks that every row says what it is about, and that it is there: a row that does not would be lost without a word. */
export function checkKeys(tables: Tables): readonly Misfit[] {
  return tableNames
    .flatMap((name) => {
      const table = tables.get(name);
      return table === undefined ? [] : [...unsaid(name, table), ...unknown(name, table, tables)];
    })
    .slice(0, most);
}

function unsaid(name: TableName, table: WorkbookTable): readonly Misfit[] {
  return table.rows.flatMap((cells, index) =>
    cells.every((cell) => cell === '')
      ? []
      : keyColumns[name]
          .filter((column) => (cells[table.header.indexOf(column)] ?? '') === '')
          .map((column): Misfit => ({ code: 'no-key', cell: cellAt(table, index, column) })),
  );
}

/** Where each sheet's first column is told. */
const homes: Partial<Record<TableName, readonly [column: string, sheet: TableName, id: string]>> = {
  orientations: ['domain', 'domains', 'id'],
  questions: ['domain', 'domains', 'id'],
  options: ['question', 'questions', 'id'],
  trajectories: ['domain', 'domains', 'id'],
  signals: ['trajectory', 'trajectories', 'id'],
  said: ['of', 'questions', 'id'],
};

const fixed: Partial<Record<TableName, readonly string[]>> = {
  people: ['role', 'territory'],
  scales: ['stance', 'horizon', 'criterion'],
  said: ['role', 'territory', 'stance', 'domain'],
};

function unknown(name: TableName, table: WorkbookTable, tables: Tables): readonly Misfit[] {
  const home = homes[name];
  const column = home?.[0] ?? keyColumns[name][0];
  if (column === undefined || (home === undefined && fixed[name] === undefined)) return [];
  const there = home === undefined ? undefined : tables.get(home[1]);
  const ids = there?.rows.map((cells) => cells[there.header.indexOf(home?.[2] ?? '')] ?? '') ?? [];
  const known = new Set([...ids, ...(fixed[name] ?? [])]);
  return table.rows.flatMap((cells, index) => {
    const value = cells[table.header.indexOf(column)] ?? '';
    if (value === '' || known.has(value)) return [];
    return [{ code: 'unknown-key', cell: cellAt(table, index, column), value }];
  });
}

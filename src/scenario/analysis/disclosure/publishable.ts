import type { CountTable } from '../tally/count-table.ts';

/**
 * A table, `null` where a count may not be shown: those from 1 to `minGroup` - 1, and what they could be computed
 * back from. Each small count is hidden with a rectangle of others: moving people round it changes nothing that is shown
 * and makes the small count one of `minGroup` people, so what is shown never tells that it is small. Zeros stay.
 * When no rectangle will do, only the total stays; under `minGroup` people nothing does.
 */
export function publishable(table: CountTable, minGroup: number): CountTable<number | null> {
  if (table.total > 0 && table.total < minGroup) return blank(table, null);
  const grid = [
    ...table.cells.map((row, r) => [...row, table.rows[r] ?? 0]),
    [...table.columns, table.total],
  ];
  const places = grid.flatMap((row, r) => row.map((count, c) => ({ r, c, count })));
  const small = places.filter(({ count }) => isSmall(count, minGroup)).sort((a, b) => a.count - b.count);
  const hidden = new Set(small.map(({ r, c }) => key(r, c)));
  for (const { r, c } of small) {
    const rectangle = cheapest(grid, r, c, minGroup, hidden);
    if (rectangle === undefined) return blank(table, table.total);
    for (const corner of rectangle) hidden.add(corner);
  }
  const shown = (count: number, r: number, c: number) => (hidden.has(key(r, c)) ? null : count);
  return {
    cells: table.cells.map((row, r) => row.map((count, c) => shown(count, r, c))),
    rows: table.rows.map((count, r) => shown(count, r, table.columns.length)),
    columns: table.columns.map((count, c) => shown(count, table.rows.length, c)),
    total: table.total,
  };
}

const isSmall = (count: number, minGroup: number) => count > 0 && count < minGroup;

const key = (r: number, c: number) => `${r},${c}`;

/** The rectangle through a small count that hides least: margins count double, for they say more. */
function cheapest(grid: number[][], r: number, c: number, minGroup: number, hidden: ReadonlySet<string>) {
  let best: { cost: number; corners: string[] } | undefined;
  const at = (row: number, column: number) => grid[row]?.[column] ?? 0;
  const margin = (row: number, column: number) =>
    (row === grid.length - 1) !== (column === (grid[row]?.length ?? 0) - 1);
  const moved = minGroup - at(r, c);
  const price = (row: number, column: number) =>
    hidden.has(key(row, column)) ? 0 : (1 + at(row, column)) * (margin(row, column) ? 2 : 1);
  for (let other = 0; other < grid.length; other++) {
    if (other === r) continue;
    for (let column = 0; column < (grid[r]?.length ?? 0); column++) {
      const corners = [[r, column, -1] as const, [other, c, -1] as const, [other, column, 1] as const];
      if (column === c || corners.some(([a, b]) => isTotal(grid, a, b))) continue;
      const able = corners.every(([a, b, way]) => {
        const change = way * moved * (margin(a, b) === margin(r, c) ? 1 : -1);
        return at(a, b) > 0 && at(a, b) + change >= 1;
      });
      const cost = corners.reduce((sum, [a, b]) => sum + price(a, b), 0);
      if (able && (best === undefined || cost < best.cost))
        best = { cost, corners: corners.map(([a, b]) => key(a, b)) };
    }
  }
  return best?.corners;
}

const isTotal = (grid: number[][], r: number, c: number) =>
  r === grid.length - 1 && c === (grid[r]?.length ?? 0) - 1;

function blank(table: CountTable, total: number | null): CountTable<number | null> {
  const nothing = (counts: readonly number[]) => counts.map(() => null);
  return {
    cells: table.cells.map(nothing),
    rows: nothing(table.rows),
    columns: nothing(table.columns),
    total,
  };
}

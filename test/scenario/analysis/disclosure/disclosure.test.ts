import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publishable } from '#scenario/analysis/disclosure/publishable.ts';
import type { CountTable } from '#scenario/analysis/tally/count-table.ts';
import { runs } from '#test/runs.ts';

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

function withMargins(cells: number[][]): CountTable {
  const columns = (cells[0] ?? []).map((_, c) => total(cells.map((row) => row[c] ?? 0)));
  return { cells, rows: cells.map(total), columns, total: total(columns) };
}

describe('a table of counts', () => {
  test('without a small count is shown whole', () => {
    const table = withMargins([
      [5, 0, 12],
      [9, 6, 7],
    ]);
    expect(publishable(table, 5)).toEqual(table);
  });

  test('hides a small count with three others that margins cannot tell', () => {
    const shown = publishable(
      withMargins([
        [2, 20, 9],
        [8, 30, 25],
        [40, 50, 60],
      ]),
      5,
    );
    expect(shown.cells).toEqual([
      [null, 20, null],
      [null, 30, null],
      [40, 50, 60],
    ]);
    expect(shown.rows).toEqual([31, 63, 150]);
  });

  test('of fewer people than the smallest group shows nothing', () => {
    const shown = publishable(withMargins([[1, 2]]), 5);
    expect(shown).toEqual({ cells: [[null, null]], rows: [null], columns: [null, null], total: null });
  });

  test('never lets anyone work a small count out, not even that it is small', () => {
    const cell = fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 2, arbitrary: fc.nat(6) });
    const shape = fc.oneof(
      fc.constant([2, 2]),
      fc.constant([2, 3]),
      fc.constant([3, 2]),
      fc.constant([1, 4]),
    );
    const tables = shape.chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(tables, fc.integer({ min: 3, max: 5 }), (cells, minGroup) => {
        const table = withMargins(cells);
        const shown = publishable(table, minGroup);
        if (table.total >= minGroup) expect(shown.total).toBe(table.total);
        const most = attack(shown, table.total);
        flat(table).forEach((count, place) => {
          if (count > 0 && count < minGroup && table.total >= minGroup) {
            expect(most[place]).toBeGreaterThanOrEqual(minGroup);
          }
          const given = flat(shown)[place];
          if (given !== null) expect(given === count && (given === 0 || given >= minGroup)).toBe(true);
        });
      }),
      { numRuns: runs(20, 600) },
    );
  });
});

const flat = <Cell>({ cells, rows, columns }: CountTable<Cell>) => [...cells.flat(), ...rows, ...columns];

/**
 * The attacker: tries all tables that agree with what is shown, and keeps the largest value each place can have. They know
 * that zeros are never hidden, unless the whole table is.
 */
function attack(shown: CountTable<number | null>, people: number): number[] {
  const given = shown.cells.flat();
  const whole = flat(shown).every((count) => count === null);
  const width = shown.columns.length;
  const most = flat(shown).map(() => 0);
  const guess: number[] = [];
  const fits = (lines: number[], margins: readonly (number | null)[]) =>
    lines.every((sum, i) => margins[i] === null || margins[i] === sum);
  const rowSums = () => shown.rows.map((_, r) => total(guess.slice(r * width, (r + 1) * width)));
  const columnSums = () => shown.columns.map((_, c) => total(guess.filter((_, i) => i % width === c)));
  const go = (left: number): void => {
    const row = guess.length / width;
    if (Number.isInteger(row) && !fits(rowSums().slice(0, row), shown.rows)) return;
    if (guess.length === given.length) {
      if (left > 0 || !fits(columnSums(), shown.columns)) return;
      [...guess, ...rowSums(), ...columnSums()].forEach((count, i) => {
        most[i] = Math.max(most[i] ?? 0, count);
      });
      return;
    }
    const fixed = given[guess.length];
    for (let value = fixed ?? (whole ? 0 : 1); value <= Math.min(fixed ?? left, left); value++) {
      guess.push(value);
      go(left - value);
      guess.pop();
    }
  };
  go(people);
  return most;
}

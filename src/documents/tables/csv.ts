import type { Result } from '../result.ts';
import { csvOf } from './csv-of.ts';
import { resultTable } from './result-table.ts';

/** The trajectories of a released result as CSV, for a spreadsheet in its language. */
export function csv(result: Result): Uint8Array {
  const { columns, rows } = resultTable(result);
  return csvOf({ head: columns.map(({ title }) => title), rows, language: result.wording.language });
}

import { stringify } from 'csv-stringify/sync';
import type { Result } from '../result.ts';
import { guarded } from './cell-text.ts';
import { resultTable } from './result-table.ts';
import type { Cell } from './table.ts';

/** What a CSV file is made of: its first row, the others, and whose spreadsheet will open it. */
interface Sheet {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly language: string;
}

/**
 * A CSV file (RFC 4180, UTF-8 with its mark) as spreadsheets of the language open it: semicolons where the decimal sign is a
 * comma, else commas. No text can become a formula; numbers stay numbers, negative ones too.
 */
export function csvOf({ head, rows, language }: Sheet): Uint8Array {
  const decimal = decimalOf(language);
  const text = stringify([[...head], ...rows.map((row) => [...row])], {
    delimiter: decimal === ',' ? ';' : ',',
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    // A file that is opened with the other separator still has no cell that begins in the middle of a text.
    quoted_match: /[,;\t\r\n]/,
    cast: {
      string: guarded,
      number: (value) => ({ value: `${value}`.replace('.', decimal), quoted_match: [] }),
    },
  });
  return new TextEncoder().encode(`\ufeff${text}`);
}

const decimalOf = (language: string): string =>
  new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/** The trajectories of a released result as CSV, for a spreadsheet in its language. */
export function csv(result: Result): Uint8Array {
  const { columns, rows } = resultTable(result);
  return csvOf({ head: columns.map(({ title }) => title), rows, language: result.wording.language });
}

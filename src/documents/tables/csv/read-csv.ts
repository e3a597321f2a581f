import { parse } from 'csv-parse/sync';
import { visible } from '../cell-text.ts';
import { decoded } from './decoded.ts';

/** A row of a file, also an empty one: the line on which it ends, counted from 1, and its cells. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** `unreadable`: no table. A quotation mark is left open or stands in the middle of a word, or the file is none of text. */
interface CsvProblem {
  readonly code: 'unreadable';
  readonly line: number;
}

export type ReadCsv = { readonly rows: readonly CsvRow[] } | { readonly problem: CsvProblem };

/**
 * A table as spreadsheets save it (RFC 4180 and what they make of it): cells separated by semicolons, commas or tabs, with or
 * without the line `sep=;` that Excel puts first. Signs that nobody sees are left out of cells; spaces around them stay.
 */
export function readCsv(given: Uint8Array | string): ReadCsv {
  const whole = typeof given === 'string' ? given : decoded(given);
  if (whole.includes('\0')) return { problem: { code: 'unreadable', line: 1 } };
  const { text, separator, before } = opened(whole);
  const rows: CsvRow[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: separator,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: before + lines, cells: cells.map(visible) });
        return null;
      },
    });
    return { rows };
  } catch {
    return { problem: { code: 'unreadable', line: (rows.at(-1)?.line ?? before) + 1 } };
  }
}

/** The text without the line that names its separator, the separator, and the lines left out. */
function opened(whole: string): { text: string; separator: string; before: number } {
  const named = /^\ufeff?"?sep=([^"\r\n])"?[;,\t ]*(?:\r\n|\r|\n)/i.exec(whole);
  const [line, separator] = named ?? [];
  if (line === undefined || separator === undefined)
    return { text: whole, separator: separatorOf(whole), before: 0 };
  return { text: whole.slice(line.length), separator, before: 1 };
}

/** The separator that the first line has most of, outside quotation marks. */
function separatorOf(text: string): string {
  const first = text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length;
  return [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
}

import { parse } from 'csv-parse/sync';
import { visible } from '../cell-text.ts';
import { decoded, isSpoilt } from './decoded.ts';

/** A row of a file, also an empty one: its number as a spreadsheet shows it, and its cells. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * `unreadable`: no table. A quotation mark is left open or stands in the middle of a word, or the file is none of text.
 * `spoilt`: signs of this cell are lost (U+FFFD), or cannot be told from others.
 */
interface CsvProblem {
  readonly code: 'unreadable' | 'spoilt';
  readonly row: number;
  readonly column?: number;
}

export type ReadCsv = { readonly rows: readonly CsvRow[] } | { readonly problem: CsvProblem };

/**
 * A table as spreadsheets save it (RFC 4180 and what they make of it): cells separated by semicolons, commas or tabs, with or
 * without the line `sep=;` that Excel puts first and shows to nobody. Signs that nobody sees are left out of cells; spaces around them stay.
 */
export function readCsv(given: Uint8Array | string): ReadCsv {
  const whole = typeof given === 'string' ? given : decoded(given);
  if (whole.includes('\0')) return { problem: { code: 'unreadable', row: 1 } };
  const { text, separator } = opened(whole);
  const read = parsed(text, separator, true);
  // Some spreadsheets set no quotation marks around cells between tabs: those that stand there are the text's.
  const plain = 'problem' in read && separator === '\t' ? parsed(text, separator, false) : read;
  if ('problem' in plain) return plain;
  const lost = plain.rows.find(({ cells }) => cells.some(isSpoilt));
  if (lost === undefined) return plain;
  return { problem: { code: 'spoilt', row: lost.row, column: lost.cells.findIndex(isSpoilt) + 1 } };
}

function parsed(text: string, separator: string, quotes: boolean): ReadCsv {
  const rows: CsvRow[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: separator,
      relax_column_count: true,
      ...(!quotes && { quote: false }),
      on_record: (cells: string[]) => {
        rows.push({ row: rows.length + 1, cells: cells.map(visible) });
        return null;
      },
    });
    return { rows };
  } catch {
    return { problem: { code: 'unreadable', row: rows.length + 1 } };
  }
}

/** The text without the line that names its separator, and the separator. */
function opened(whole: string): { text: string; separator: string } {
  const named = /^\ufeff?"?sep=([^"\r\n])"?[;,\t ]*(?:\r\n|\r|\n)/i.exec(whole);
  const [line, separator] = named ?? [];
  if (line === undefined || separator === undefined) return { text: whole, separator: separatorOf(whole) };
  return { text: whole.slice(line.length), separator };
}

/** The separator that the first line has most of, outside quotation marks. */
function separatorOf(text: string): string {
  const first = text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (sign: string) => bare.split(sign).length;
  return [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
}

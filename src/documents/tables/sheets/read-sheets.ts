import { readCsv } from '../csv/read-csv.ts';
import { readWorkbookSheets } from './read-workbook.ts';
import type { ReadSheets } from './sheet.ts';

/** The sheets of a file that a spreadsheet saved: a workbook (XLSX), or one sheet as CSV. The file itself says which, not its name. */
export async function readSheets(bytes: Uint8Array): Promise<ReadSheets> {
  if (bytes.length === 0) return { problem: { code: 'empty' } };
  if (beginsWith(bytes, [0x50, 0x4b])) return readWorkbookSheets(bytes);
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { problem: { code: 'old-excel' } };
  const read = readCsv(bytes);
  if ('problem' in read) return read;
  const isBare = read.rows.every(({ cells }) => cells.every((cell) => cell.trim() === ''));
  return isBare
    ? { problem: { code: 'empty' } }
    : { sheets: [{ rows: read.rows.map(({ cells }) => cells) }] };
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

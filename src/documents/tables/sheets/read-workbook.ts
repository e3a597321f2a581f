import { unzipSync, zipSync } from 'fflate';
import { visible } from '../cell-text.ts';
import { isSpoilt } from '../csv/decoded.ts';
import { mergedRanges, spread } from './merged.ts';
import type { ReadSheets, SheetProblem, SpreadsheetSheet } from './sheet.ts';

/** What a workbook may hold unpacked, in bytes, and in cells of one sheet. */
const largest = { bytes: 32 * 1024 * 1024, cells: 200_000 } as const;

/** The sheets of a workbook (XLSX) as Excel, LibreOffice, Numbers and Google Sheets write it. */
export async function readWorkbookSheets(bytes: Uint8Array): Promise<ReadSheets> {
  const entries = unpacked(bytes);
  if ('code' in entries) return { problem: entries };
  const { default: readExcelFile } = await import('read-excel-file/node');
  // Packed anew as it was measured: what says less of itself than it holds is read no further.
  const plain = Buffer.from(zipSync(entries.files, { level: 0 }));
  const read = await readExcelFile(plain, { trim: false }).catch(() => undefined);
  if (read === undefined) return { problem: { code: 'unreadable' } };
  const ranges = mergedRanges(entries.files);
  const sheets = read.map(({ sheet, data }, i): SpreadsheetSheet => {
    const rows = spread(data, read.length === ranges.length ? (ranges[i] ?? []) : []);
    return { name: visible(sheet).trim(), rows: rows.map((cells) => cells.map(asText)) };
  });
  const problem = sheets.flatMap((sheet) => wrongIn(sheet) ?? [])[0];
  return problem === undefined ? { sheets } : { problem };
}

type Unpacked = { readonly files: Record<string, Uint8Array> } | SheetProblem;

function unpacked(bytes: Uint8Array): Unpacked {
  let sum = 0;
  const names: string[] = [];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        sum += originalSize;
        return sum <= largest.bytes && /\.(xml|rels)$/.test(name);
      },
    });
    if (names.some((name) => name.endsWith('.iwa') || name === 'Index.zip')) return { code: 'numbers' };
    if (names.includes('mimetype') && names.includes('content.xml')) return { code: 'open-document' };
    if (sum > largest.bytes) return { code: 'too-large' };
    return names.includes('xl/workbook.xml') ? { files } : { code: 'unreadable' };
  } catch {
    return { code: 'unreadable' };
  }
}

/** A cell as the text it stands for: a spreadsheet may have made a number, a date or a yes of it. */
function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return visible(String(cell));
}

function wrongIn({ name = '', rows }: SpreadsheetSheet): SheetProblem | undefined {
  if (rows.length * (rows[0]?.length ?? 0) > largest.cells) return { code: 'too-large', sheet: name };
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) {
      const place = { sheet: name, row: row + 1, column: column + 1 };
      if (isSpoilt(value)) return { code: 'spoilt', ...place };
      if (failed.test(value)) return { code: 'failed-formula', ...place, value };
    }
  return undefined;
}

const failed = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|NOM\?|VALEUR!|NOMBRE!)$/;

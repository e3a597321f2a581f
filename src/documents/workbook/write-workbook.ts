import type { WorkbookTable } from './table.ts';

/** Writes the sheets as a workbook: every cell is text, so that nothing is taken for a formula. */
export async function writeWorkbook(tables: readonly WorkbookTable[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: header.map((column) => ({ width: widthOf(column) })),
    data: [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((cells) =>
        cells.map((value) => (value === '' ? null : { value, type: String, wrap: true })),
      ),
    ],
  }));
  return writeExcelFile(sheets).toBuffer();
}

const widthOf = (column: string): number =>
  /^(summary|benefit|risk|example|description|reason)/.test(column) ? 50 : /^title/.test(column) ? 36 : 22;

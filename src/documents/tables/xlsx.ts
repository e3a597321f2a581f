import { unzipSync } from 'fflate';
import type { CellObject, Image, Sheet } from 'write-excel-file/node';
import type { Result } from '../result.ts';
import { chartsSheet } from './charts/charts-sheet.ts';
import { nativeCharts } from './charts/native-charts.ts';
import { filters } from './filters.ts';
import { participationTable } from './participation-table.ts';
import { resultTable } from './result-table.ts';
import type { Cell, ColumnKind, Table } from './table.ts';
import { visionTable } from './vision-table.ts';
import { zipped } from './zipped.ts';

/** A released result as a workbook: trajectories, who took part and shared vision as tables, then the charts. */
export async function xlsx(result: Result): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  const tables = [resultTable(result), participationTable(result), visionTable(result)].map(titlesFirst);
  const drawn = chartsSheet(result);
  const features = [filters(tables), ...(drawn ? [nativeCharts(tables.length, drawn.charts)] : [])];
  const look = { fontFamily: 'Calibri', fontSize: 11, features };
  const sheets = [...tables.map(sheetOf), ...(drawn ? [drawn.sheet] : [])];
  const workbook = await write(sheets, look).toBuffer();
  // The clock of the machine stands in what the library wrote.
  return zipped(unzipSync(workbook));
}

/** What people read comes first, the codes that programs read after it. */
function titlesFirst({ columns, rows, ...its }: Table): Table {
  const order = columns.map((_, i) => i).toSorted((a, b) => codeLast(columns[a]) - codeLast(columns[b]));
  const sorted = <T>(all: readonly T[]) => order.flatMap((i) => all.slice(i, i + 1));
  return { ...its, columns: sorted(columns), rows: rows.map(sorted) };
}

const codeLast = (column: Table['columns'][number] | undefined): number => Number(column?.kind === 'id');

function sheetOf({ title, columns, rows }: Table): Sheet<Image['content']> {
  return {
    sheet: title,
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: columns.map(({ kind }) => ({ width: looks[kind].width })),
    data: [
      columns.map((column) => ({
        value: column.title,
        type: String,
        fontWeight: 'bold' as const,
        wrap: true,
        alignVertical: 'top' as const,
      })),
      ...rows.map((row) => row.map((cell, i) => cellOf(cell, columns[i]?.kind ?? 'text'))),
    ],
  };
}

/** Texts are written as texts, so that none is taken for a formula. */
function cellOf(cell: Cell, kind: ColumnKind): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string')
    return { value: cell, type: String, wrap: kind === 'text', alignVertical: 'top' };
  return { value: cell, type: Number, format: looks[kind].format, alignVertical: 'top' };
}

const looks = {
  id: { width: 24, format: '0' },
  title: { width: 40, format: '0' },
  text: { width: 60, format: '0' },
  whole: { width: 14, format: '0' },
  share: { width: 14, format: '0%' },
  tenths: { width: 14, format: '0.0' },
  number: { width: 14, format: '0.00' },
} as const satisfies Record<ColumnKind, { width: number; format: string }>;

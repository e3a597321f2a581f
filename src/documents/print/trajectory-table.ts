import type { KeptRow, TableSheet } from '#wording/workshop/table-sheet.ts';
import { fitText } from '../pdf/fit-text.ts';
import type { Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, group, type PdfStructure, tagged } from '../pdf/structure.ts';
import { type Frame, inner, line, margin, type Place } from './sheet-frame.ts';

interface TrajectoryTable {
  readonly rows: readonly KeptRow[];
  /** What is asked of each. */
  readonly asked: TableSheet['row'];
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly title: string;
  /** A shape to tick, or space to write. */
  readonly mark: 'number' | 'name' | 'box' | 'circle' | 'blank';
}

const headHeight = 36;
/** Above the moments: the question that they answer. */
const spanHeight = 11;

/** A row a trajectory: its number and its title, whether it is kept, by when, on what condition. */
export function trajectoryTable(
  { doc }: Frame,
  sheet: PdfStructure,
  { rows, asked }: TrajectoryTable,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): void {
  const columns = columnsOf(asked);
  const table = group(doc, sheet, 'Table');
  head(doc, group(doc, table, 'TR'), { columns, asked }, top);
  const space = bottom - top - headHeight;
  const height = Math.min(38, space / Math.max(1, rows.length));
  rows.forEach((one, i) => {
    const y = top + headHeight + i * height;
    row(doc, group(doc, table, 'TR'), columns, { y, height, one });
  });
}

function columnsOf({ trajectory, kept, horizons, condition }: TableSheet['row']): readonly Column[] {
  const [number, name, box, circle] = [22, 238, 52, 58];
  const given = [
    { width: number, title: '', mark: 'number' },
    { width: name, title: trajectory, mark: 'name' },
    { width: box, title: kept, mark: 'box' },
    ...horizons.map(({ title }) => ({ width: circle, title, mark: 'circle' }) as const),
    { width: inner - number - name - box - horizons.length * circle, title: condition, mark: 'blank' },
  ] as const;
  return given.map((column, i) => ({
    ...column,
    x: margin + given.slice(0, i).reduce((sum, { width }) => sum + width, 0),
  }));
}

interface Head {
  readonly columns: readonly Column[];
  readonly asked: TableSheet['row'];
}

function head(doc: Pdf, cells: PdfStructure, { columns, asked }: Head, y: number): void {
  for (const [i, { x, width, title, mark }] of columns.entries()) {
    if (mark === 'number') continue;
    if (mark === 'circle' && columns[i - 1]?.mark !== mark) moments(doc, cells, asked, { x, y, width });
    const within = { width: width - 6, height: headHeight - spanHeight - 3 };
    const { size } = fitText(doc, title, within, { font: 'strong', most: 8.5, least: 6, gap: -0.12 });
    const draw = () =>
      doc
        .font('strong')
        .fontSize(size)
        .fillColor(palette.soft)
        .text(title, mark === 'name' ? x : x + 4, y + spanHeight, {
          width: within.width,
          lineGap: -0.12 * size,
          align: mark === 'box' || mark === 'circle' ? 'center' : 'left',
        });
    tagged(doc, cells, 'TH', draw, { scope: 'Column' });
  }
  line(doc, { x: margin, y: y + headHeight - 1, width: inner });
}

/** The question that the moments answer, above all of them. */
function moments(doc: Pdf, cells: PdfStructure, { horizon, horizons }: TableSheet['row'], at: Place): void {
  const width = at.width * horizons.length;
  const draw = () =>
    doc
      .font('strong')
      .fontSize(8.5)
      .fillColor(palette.soft)
      .text(horizon, at.x, at.y - 1, { width, align: 'center' });
  tagged(doc, cells, 'TH', draw);
}

interface Row {
  readonly y: number;
  readonly height: number;
  readonly one: KeptRow;
}

function row(doc: Pdf, cells: PdfStructure, columns: readonly Column[], { y, height, one }: Row): void {
  const middle = y + height / 2;
  for (const { x, width, mark } of columns) {
    const centre = x + width / 2;
    switch (mark) {
      case 'number':
        break;
      case 'name':
        name(doc, cells, one, { x, y, width: width - 8, height });
        break;
      case 'box':
        group(doc, cells, 'TD');
        artifact(doc, () =>
          doc
            .lineWidth(1)
            .rect(centre - 6, middle - 6, 12, 12)
            .stroke(palette.ink),
        );
        break;
      case 'circle':
        group(doc, cells, 'TD');
        artifact(doc, () => doc.lineWidth(0.8).circle(centre, middle, 5.5).stroke(palette.edge));
        break;
      case 'blank':
        group(doc, cells, 'TD');
        artifact(doc, () => doc.rect(x + 4, y + 4, width - 4, height - 8).fill(palette.quiet));
    }
  }
  artifact(doc, () =>
    doc
      .lineWidth(0.5)
      .moveTo(margin, y + height)
      .lineTo(margin + inner, y + height)
      .stroke(palette.line),
  );
}

function name(
  doc: Pdf,
  cells: PdfStructure,
  { number, title }: KeptRow,
  { x, y, width, height }: Place & { readonly height: number },
): void {
  const style = { font: 'regular', most: 10.5, least: 7, gap: -0.1 } as const;
  const { text, size } = fitText(doc, title, { width, height: height - 3 }, style);
  const options = { width, lineGap: -0.1 * size };
  const tall = doc.fontSize(size).heightOfString(text, options);
  const at = y + (height - tall) / 2;
  const draw = () => {
    doc
      .font('strong')
      .fontSize(size)
      .fillColor(palette.soft)
      .text(`${number}.`, margin, at, { lineBreak: false });
    doc.font('regular').fillColor(palette.ink).text(text, x, at, options);
  };
  tagged(doc, cells, 'TH', draw, { scope: 'Row' });
}

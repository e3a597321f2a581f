import type { Trajectory } from '#domain/catalogue/catalogue.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { fitText } from '../pdf/fit-text.ts';
import type { Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, group, type PdfStructure, tagged } from '../pdf/structure.ts';
import { type Frame, inner, line, margin, type Place } from './sheet-frame.ts';

/** When what is kept may be there; what is kept is not for never. */
const whens = ['now', 'under-5', '5-to-10', 'over-10'] as const;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly title: string;
  /** A shape to tick, or space to write. */
  readonly mark: 'name' | 'box' | 'circle' | 'blank';
}

const headHeight = 26;

/** A row a trajectory: its title, whether it is kept, by when, on what condition. */
export function trajectoryTable(
  { doc, wording }: Frame,
  sheet: PdfStructure,
  trajectories: readonly Trajectory[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): void {
  const columns = columnsOf(wording);
  const table = group(doc, sheet, 'Table');
  head(doc, group(doc, table, 'TR'), columns, top);
  const space = bottom - top - headHeight;
  const height = Math.min(38, space / Math.max(1, trajectories.length));
  trajectories.forEach(({ id }, i) => {
    const y = top + headHeight + i * height;
    row(doc, group(doc, table, 'TR'), columns, { y, height, title: trajectoryTitle(wording, id) });
  });
}

function columnsOf({ say, text }: Wording): readonly Column[] {
  const kept = say('print.sheets.kept');
  const given = [
    { width: 250, title: say('print.sheets.trajectory'), mark: 'name' },
    { width: 42, title: `${kept}\n${say('print.sheets.answer-yes')}`, mark: 'box' },
    { width: 42, title: `${kept}\n${say('print.sheets.answer-no')}`, mark: 'box' },
    ...whens.map((id) => ({ width: 58, title: text.horizons[id], mark: 'circle' }) as const),
    { width: inner - 250 - 84 - 4 * 58, title: say('print.sheets.condition'), mark: 'blank' },
  ] as const;
  return given.map((column, i) => ({
    ...column,
    x: margin + given.slice(0, i).reduce((sum, { width }) => sum + width, 0),
  }));
}

function head(doc: Pdf, cells: PdfStructure, columns: readonly Column[], y: number): void {
  for (const { x, width, title, mark } of columns) {
    const centred = mark === 'box' || mark === 'circle';
    const within = { width: width - 6, height: headHeight - 3 };
    const { size } = fitText(doc, title, within, { font: 'strong', most: 8.5, least: 6, gap: -0.12 });
    const draw = () =>
      doc
        .font('strong')
        .fontSize(size)
        .fillColor(palette.soft)
        .text(title, mark === 'name' ? x : x + 4, y, {
          width: within.width,
          lineGap: -0.12 * size,
          align: centred ? 'center' : 'left',
        });
    tagged(doc, cells, 'TH', draw, { scope: 'Column' });
  }
  line(doc, { x: margin, y: y + headHeight - 1, width: inner });
}

interface Row {
  readonly y: number;
  readonly height: number;
  readonly title: string;
}

function row(doc: Pdf, cells: PdfStructure, columns: readonly Column[], { y, height, title }: Row): void {
  const middle = y + height / 2;
  for (const { x, width, mark } of columns) {
    const centre = x + width / 2;
    switch (mark) {
      case 'name':
        name(doc, cells, title, { x, y, width: width - 8, height });
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

function name(doc: Pdf, cells: PdfStructure, title: string, at: Place & { height: number }): void {
  const { x, y, width, height } = at;
  const style = { font: 'regular', most: 10.5, least: 7, gap: -0.1 } as const;
  const { text, size } = fitText(doc, title, { width, height: height - 3 }, style);
  const options = { width, lineGap: -0.1 * size };
  const tall = doc.fontSize(size).heightOfString(text, options);
  const draw = () =>
    doc
      .font('regular')
      .fontSize(size)
      .fillColor(palette.ink)
      .text(text, x, y + (height - tall) / 2, options);
  tagged(doc, cells, 'TH', draw, { scope: 'Row' });
}

import { setFitted } from '../pdf/fit-text.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, group, type PdfStructure, tagged } from '../pdf/structure.ts';
import { type Frame, inner, line, margin, page, sheetHead, subhead } from './sheet-frame.ts';

const gap = 12;
const nameWidth = 24;
const each = (inner - nameWidth - 3 * gap) / 3;
const top = margin + 96;
const rowHeight = 66;

/** The last sheet: what strengthens what, from one domain to another, with the directions in mind. */
export function wholeSheet(frame: Frame, sheet: PdfStructure): void {
  const { doc, asked, wording } = frame;
  const { say } = wording;
  const { synergies } = asked;
  sheetHead(frame, sheet, asked.whole, [asked.table.label]);
  small(frame, sheet, say('print.sheets.again'), margin + 46);
  subhead(doc, sheet, synergies.label, { x: margin, y: margin + 68, width: inner });
  const table = group(doc, sheet, 'Table');
  const heads = group(doc, table, 'TR');
  group(doc, heads, 'TD');
  for (const [i, title] of [synergies.helps, synergies.helped, synergies.because].entries())
    tagged(doc, heads, 'TH', () => write(frame, title, xOf(i), top), { scope: 'Column' });
  synergies.rows.forEach((number, i) => {
    const row = group(doc, table, 'TR');
    const y = top + 18 + i * rowHeight;
    tagged(doc, row, 'TH', () => write(frame, `${number}`, margin, y + 8), { scope: 'Row' });
    for (let column = 0; column < 3; column++) {
      group(doc, row, 'TD');
      artifact(doc, () => doc.rect(xOf(column), y + 4, each, rowHeight - 10).fill(palette.quiet));
    }
  });
  line(doc, { x: margin, y: top + 18, width: inner });
  small(frame, sheet, say('print.sheets.recopied'), page.height - 46);
}

const xOf = (column: number): number => margin + nameWidth + gap + column * (each + gap);

function write({ doc }: Frame, text: string, x: number, y: number): void {
  doc.font('strong').fontSize(9.5).fillColor(palette.soft).text(text, x, y, { width: each });
}

function small({ doc }: Frame, sheet: PdfStructure, text: string, y: number): void {
  setFitted(doc, sheet, 'P', text, {
    ...{ x: margin, y, width: inner - 80, height: 14 },
    ...{ font: 'italic', most: 9.5, least: 7, colour: palette.soft },
  });
}

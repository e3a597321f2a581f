import type { Wording } from '#wording/wording.ts';
import { writeFitted } from '../pdf/fit-text.ts';
import type { Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, type PdfStructure, tagged } from '../pdf/structure.ts';

/** What every sheet of a table shares. */
export interface Frame {
  readonly doc: Pdf;
  readonly wording: Wording;
  /** The consultation's. */
  readonly title: string;
}

/** A4 lying: there is room to write. In points. */
export const page = { width: 841.89, height: 595.28 } as const;
export const margin = 36;
export const inner = page.width - 2 * margin;

/** The head of a sheet: its heading, what it belongs to, and where the table writes its name. */
export function sheetHead({ doc, wording, title }: Frame, sheet: PdfStructure, heading: string): void {
  const side = 230;
  const width = inner - side - 20;
  artifact(doc, () => doc.rect(margin, margin, 40, 4).fill(palette.accent));
  tagged(doc, sheet, 'H1', () =>
    writeFitted(
      doc,
      heading,
      { x: margin, y: margin + 8, width, height: 32 },
      { font: 'bold', most: 23, least: 12, colour: palette.ink },
    ),
  );
  const right = page.width - margin - side;
  tagged(doc, sheet, 'P', () =>
    writeFitted(
      doc,
      title,
      { x: right, y: margin - 2, width: side, height: 14 },
      { font: 'regular', most: 9, least: 5, colour: palette.soft },
    ),
  );
  field(doc, sheet, wording.say('print.sheets.table'), { x: right, y: margin + 18, width: side });
}

/** A label and a line to write on. */
export function field(
  doc: Pdf,
  sheet: PdfStructure,
  label: string,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  tagged(doc, sheet, 'P', () =>
    doc.font('strong').fontSize(10.5).fillColor(palette.ink).text(label, x, y, { lineBreak: false }),
  );
  const from = x + doc.widthOfString(label) + 8;
  line(doc, { x: from, y: y + 12, width: x + width - from });
}

/** A line to write on. */
export function line(doc: Pdf, { x, y, width }: { x: number; y: number; width: number }): void {
  artifact(doc, () =>
    doc
      .lineWidth(0.6)
      .strokeColor(palette.edge)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(),
  );
}

/** A heading of a part of a sheet. */
export function subhead(
  doc: Pdf,
  sheet: PdfStructure,
  text: string,
  at: { readonly x: number; readonly y: number; readonly width: number },
): void {
  tagged(doc, sheet, 'H2', () =>
    writeFitted(
      doc,
      text,
      { ...at, height: 18 },
      { font: 'strong', most: 12, least: 8, colour: palette.accent },
    ),
  );
}

import type { Wording } from '#wording/wording.ts';
import type { TableSheet } from '#wording/workshop/table-sheet.ts';
import { setFitted } from '../pdf/fit-text.ts';
import type { Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, type PdfStructure, tagged } from '../pdf/structure.ts';

/** What every sheet of a table shares. */
export interface Frame {
  readonly doc: Pdf;
  readonly wording: Wording;
  /** What the table is asked. */
  readonly asked: TableSheet;
  /** The consultation's. */
  readonly title: string;
  /** What the table is called, where that is known before it fills anything in. */
  readonly table?: string;
}

/** Where something begins on a sheet, and how wide it is. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A4 lying: there is space to write. In points. */
export const page = { width: 841.89, height: 595.28 } as const;
export const margin = 36;
export const inner = page.width - 2 * margin;

const side = 300;
/** Beside what the head of a sheet asks. */
export const besideHead = inner - side - 20;

/** The head of a sheet: its heading, what it belongs to, and what is asked there; each sheet asks the table's name. */
export function sheetHead(
  { doc, title, asked, table }: Frame,
  sheet: PdfStructure,
  heading: string,
  labels: readonly string[],
): void {
  artifact(doc, () => doc.rect(margin, margin, 40, 4).fill(palette.accent));
  setFitted(doc, sheet, 'H1', heading, {
    ...{ x: margin, y: margin + 8, width: besideHead, height: 32 },
    ...{ font: 'bold', most: 23, least: 12, colour: palette.ink },
  });
  const right = page.width - margin - side;
  setFitted(doc, sheet, 'P', title, {
    ...{ x: right, y: margin - 2, width: side, height: 14 },
    ...{ font: 'regular', most: 9, least: 5, colour: palette.soft },
  });
  labels.forEach((label, i) => {
    const known = label === asked.table.label ? table : undefined;
    field(doc, sheet, label, { x: right, y: margin + 16 + 22 * i, width: side }, known);
  });
}

/** A label and a line to write on, or what stands there already. */
function field(
  doc: Pdf,
  sheet: PdfStructure,
  label: string,
  { x, y, width }: Place,
  known: string | undefined,
): void {
  tagged(doc, sheet, 'P', () =>
    doc.font('strong').fontSize(10.5).fillColor(palette.ink).text(label, x, y, { lineBreak: false }),
  );
  const from = x + doc.widthOfString(label) + 8;
  const rest = x + width - from;
  if (known === undefined) line(doc, { x: from, y: y + 12, width: rest });
  else
    setFitted(doc, sheet, 'P', known, {
      ...{ x: from, y, width: rest, height: 14 },
      ...{ font: 'bold', most: 10.5, least: 6, colour: palette.ink },
    });
}

/** A line to write on. */
export function line(doc: Pdf, { x, y, width }: Place): void {
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
export function subhead(doc: Pdf, sheet: PdfStructure, text: string, at: Place): void {
  const look = { font: 'strong', most: 12, least: 8, colour: palette.accent } as const;
  setFitted(doc, sheet, 'H2', text, { ...at, ...look, height: 18 });
}

import type { Wording } from '#wording/wording.ts';
import { setFitted } from '../pdf/fit-text.ts';
import type { FontName } from '../pdf/fonts.ts';
import type { Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, type PdfStructure, tagged } from '../pdf/structure.ts';

/** One answer sheet being written, from page to page; measures in points. */
export interface AnswerFlow {
  readonly doc: Pdf;
  readonly sheet: PdfStructure;
  readonly wording: Wording;
  /** The consultation's title. */
  readonly title: string;
  /** Absent: there is a box to write it in. */
  readonly number?: number;
  readonly accent: string;
  /** Where the next thing stands. */
  y: number;
}

/** A4 standing. */
export const margin = 40;
export const width = 595.28 - 2 * margin;
const [pageHeight, foot] = [841.89, 44];
const bottom = pageHeight - foot;

/** The side of a box to tick, and of what is between two things. */
export const box = 15;

/** Turns the page where less than so much is left. */
export function ensure(flow: AnswerFlow, height: number): void {
  if (flow.y + height > bottom) turn(flow);
}

/** A new page, with the title and the number of the sheet: loose pages find back to one another. */
export function turn(flow: AnswerFlow): void {
  const { doc, sheet, wording, title, number } = flow;
  doc.addPage();
  setFitted(doc, sheet, 'P', title, {
    ...{ x: margin, y: 28, width: width - 190, height: 16 },
    ...{ font: 'regular', most: 10, least: 7, colour: palette.soft },
  });
  const label = wording.say('print.answers.number');
  tagged(doc, sheet, 'P', () => {
    doc.font('strong').fontSize(13).fillColor(palette.ink);
    const text = number === undefined ? label : `${label} ${number}`;
    doc.text(text, margin + width - 180, 26, { width: number === undefined ? 96 : 180, align: 'right' });
  });
  if (number === undefined)
    artifact(doc, () =>
      doc
        .lineWidth(1)
        .strokeColor(palette.ink)
        .rect(margin + width - 76, 20, 76, 24)
        .stroke(),
    );
  flow.y = 58;
}

/** Words over the whole width, at a size that older people read, and where they end. */
export function words(
  flow: AnswerFlow,
  tag: 'H1' | 'H2' | 'H3' | 'P',
  text: string,
  look: { readonly font: FontName; readonly size: number; readonly colour?: string },
): void {
  const { doc, sheet } = flow;
  tagged(doc, sheet, tag, () =>
    doc
      .font(look.font)
      .fontSize(look.size)
      .fillColor(look.colour ?? palette.ink)
      .text(text, margin, flow.y, { width }),
  );
  flow.y = doc.y;
}

/** How high words will be over the whole width. */
export const heightOf = ({ doc }: AnswerFlow, text: string, font: FontName, size: number): number =>
  doc.font(font).fontSize(size).heightOfString(text, { width });

/** A box to tick, with its key in it: pale, so that a tick stands out. */
export function tickBox({ doc }: AnswerFlow, key: string, x: number, y: number): void {
  artifact(doc, () => {
    doc.lineWidth(1.1).strokeColor(palette.ink).roundedRect(x, y, box, box, 2).stroke();
    doc
      .font('regular')
      .fontSize(8)
      .fillColor(palette.edge)
      .text(key, x, y + 3, { width: box, align: 'center', lineBreak: false });
  });
}

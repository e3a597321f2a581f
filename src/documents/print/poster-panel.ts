import type { Wording } from '#wording/wording.ts';
import { fitText, setFitted } from '../pdf/fit-text.ts';
import type { Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { paperAccent } from '../pdf/paper-accent.ts';
import { artifact, group, type PdfStructure, tagged } from '../pdf/structure.ts';
import { qrPath } from './qr.ts';

interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly wording: Wording;
  readonly address: string;
  readonly facts: readonly string[];
}

const height = 366;
const padding = 20;
/** Some 8 cm: a telephone reads it from arm's length and further. */
const codeSide = 240;

/** Where a poster leads: the code, the same address in large letters, and what to know before. */
export function posterPanel(doc: Pdf, sheet: PdfStructure, panel: Panel): void {
  const { x, y, width } = panel;
  artifact(doc, () => doc.roundedRect(x, y, width, height, 12).fill(palette.ground));
  code(doc, sheet, panel);
  beside(doc, sheet, panel);
  letters(doc, sheet, panel);
}

function code(doc: Pdf, sheet: PdfStructure, { x, y, wording, address }: Panel): void {
  const { path, side } = qrPath(address);
  const draw = () => {
    doc.save().translate(x + padding, y + padding);
    doc.roundedRect(0, 0, codeSide, codeSide, 8).fill(palette.surface);
    doc
      .scale(codeSide / side)
      .path(path)
      .fill('#000000')
      .restore();
  };
  tagged(doc, sheet, 'Figure', draw, { alt: wording.say('print.poster.code', { address }) });
}

function beside(doc: Pdf, sheet: PdfStructure, { x, y, width, wording, facts }: Panel): void {
  const left = x + padding + codeSide + 16;
  const breadth = x + width - padding - left;
  const scan = wording.say('print.poster.scan');
  setFitted(doc, sheet, 'P', scan, {
    ...{ x: left, y: y + padding + 2, width: breadth, height: 84 },
    ...{ font: 'bold', most: 20, least: 10, gap: -0.06, colour: paperAccent(wording.consultation) },
  });
  doc.y += 10;
  const list = group(doc, sheet, 'L');
  for (const fact of facts) {
    const top = doc.y;
    artifact(doc, () => doc.rect(left, top + 4, 3, 14).fill(paperAccent(wording.consultation)));
    tagged(doc, group(doc, list, 'LI'), 'LBody', () =>
      doc
        .font('regular')
        .fontSize(14)
        .fillColor(palette.ink)
        .text(fact, left + 12, top, { width: breadth - 12 }),
    );
    doc.y += 7;
  }
}

/** The address as people type it: without its scheme, on one line as large as it goes, or on two. */
function letters(doc: Pdf, sheet: PdfStructure, { x, y, width, wording, address }: Panel): void {
  const breadth = width - 2 * padding;
  const top = y + padding + codeSide + 18;
  const label = wording.say('print.poster.address');
  tagged(doc, sheet, 'P', () =>
    doc
      .font('regular')
      .fontSize(14.5)
      .fillColor(palette.soft)
      .text(label, x + padding, top, { width: breadth }),
  );
  const lines = addressLines(doc, address.replace(/^https?:\/\//, ''), breadth);
  const sizes = { font: 'bold', most: lines.length === 1 ? 34 : 26, least: 9 } as const;
  const size = Math.min(
    ...lines.map((line) => fitText(doc, line, { width: breadth, height: 44 }, sizes).size),
  );
  tagged(doc, sheet, 'P', () =>
    lines.forEach((line, i) => {
      doc
        .font('bold')
        .fontSize(size)
        .fillColor(paperAccent(wording.consultation))
        .text(line, x + padding, top + 24 + i * size * 1.15, { width: breadth, lineBreak: false });
    }),
  );
}

/** Two lines once one would be smaller than what is read from three metres. */
function addressLines(doc: Pdf, text: string, breadth: number): readonly string[] {
  doc.font('bold').fontSize(22);
  if (doc.widthOfString(text) <= breadth) return [text];
  const slash = text.indexOf('/') + 1;
  return slash === 0 || slash === text.length ? [text] : [text.slice(0, slash), text.slice(slash)];
}

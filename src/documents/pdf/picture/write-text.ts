import type { Pdf } from '../open-pdf.ts';
import { palette } from '../palette.ts';
import type { Drawn } from './read-picture.ts';
import { lookOf, type Sheet } from './sheet.ts';

/** Writes a text of a picture, its lines from their places on; each by its own width where it ends at its place, or has it in its middle. */
export function writeText(doc: Pdf, text: Drawn, sheet: Sheet): void {
  const look = lookOf(text, sheet);
  doc
    .font(look['font-weight'] === '700' ? 'bold' : 'regular')
    .fontSize(Number.parseFloat(look['font-size'] ?? '') * sheet.scale)
    .fillColor(look.fill ?? palette.ink);
  const before = { start: 0, middle: 0.5, end: 1 }[look['text-anchor'] ?? 'start'] ?? 0;
  let y = Number(text.attributes.y);
  for (const { attributes, text: line } of text.children.length > 0 ? text.children : [text]) {
    y += Number(attributes.dy ?? 0);
    if (line.trim() === '') continue;
    const left = sheet.x + Number(attributes.x) * sheet.scale - before * doc.widthOfString(line);
    doc.text(line, left, sheet.y + y * sheet.scale, { lineBreak: false, baseline: 'alphabetic' });
  }
}

import type { FontName } from './fonts.ts';
import type { Pdf } from './open-pdf.ts';
import { type PdfStructure, type ReadTag, tagged } from './structure.ts';

/** How much a text may take, in points. */
interface Bounds {
  readonly width: number;
  readonly height: number;
}

interface Sizes {
  readonly font: FontName;
  /** The largest and the smallest size that are good to read, in points. */
  readonly most: number;
  readonly least: number;
  /** Between lines, as a share of the size: below 0, lines are nearer than the font has them. */
  readonly gap?: number;
}

interface Fitted {
  readonly text: string;
  readonly size: number;
}

/**
 * A text at the largest size at which it stays within its bounds with no word broken. Where even the smallest is too
 * large, its end is left out, and an ellipsis says so.
 */
export function fitText(
  doc: Pdf,
  given: string,
  bounds: Bounds,
  { font, most, least, gap = 0 }: Sizes,
): Fitted {
  doc.font(font);
  const text = withoutEmoji(given);
  const fits = (some: string, size: number) =>
    doc.fontSize(size).heightOfString(some, { width: bounds.width, lineGap: gap * size }) <= bounds.height;
  for (let size = most; size > least; size -= 0.5) {
    if (fits(text, size) && widest(doc, text) <= bounds.width) return { text, size };
  }
  return { text: shortened(text, (some) => fits(some, least)), size: least };
}

/** Where a text stands, and how it looks. */
interface Look extends Bounds, Sizes {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** Writes a text as `fitText` has it, from its top left. */
export function writeFitted(doc: Pdf, text: string, look: Look): void {
  const { text: fitted, size } = fitText(doc, text, look, look);
  const { x, y, width, font, colour, gap = 0 } = look;
  doc
    .font(font)
    .fontSize(size)
    .fillColor(colour)
    .text(fitted, x, y, { width, lineGap: gap * size });
}

/** The same as one element that is read. */
export function setFitted(doc: Pdf, parent: PdfStructure, tag: ReadTag, text: string, look: Look): void {
  tagged(doc, parent, tag, () => writeFitted(doc, text, look));
}

/** The fonts of text have no drawing of them: an empty box would stand there. */
const withoutEmoji = (text: string): string =>
  text.replace(/ ?(?:\p{Emoji_Presentation}|\u200d|\ufe0f)+/gu, '').trim();

const widest = (doc: Pdf, text: string): number =>
  Math.max(...text.split(/[ \n-]/).map((word) => doc.widthOfString(word)));

function shortened(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const words = text.split(' ');
  while (words.length > 1) {
    words.pop();
    const some = `${words.join(' ')}…`;
    if (fits(some)) return some;
  }
  return text;
}

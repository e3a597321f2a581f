import type { TrajectoryText } from '#domain/catalogue/catalogue.ts';
import { setFitted } from '../pdf/fit-text.ts';
import type { Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, type PdfStructure, tagged } from '../pdf/structure.ts';

/** What stands on a card. */
export interface OneCard {
  readonly words: TrajectoryText;
  readonly domain: string;
  /** The first of its domain: screen readers find the domain there. */
  readonly first: boolean;
  readonly position: string;
  readonly labels: { readonly benefit: string; readonly risk: string; readonly example: string };
  readonly source: string;
}

/** In points: 97 by 70 mm. */
export const cardSides = { width: 275, height: 199.1 } as const;

const padding = 13;
const width = cardSides.width - 2 * padding;
const headHeight = 17;
const footHeight = 15;
/** Body sizes tried, from the largest; the smallest is still read at arm's length. */
const least = 7;
const sizes = [9.5, 9.25, 9, 8.75, 8.5, 8.25, 8, 7.75, 7.5, 7.25, least] as const;
const highest = cardSides.height - 2 * padding - headHeight - footHeight;

/** The size at which a card's text fits. */
const sizeOf = (doc: Pdf, card: OneCard): number =>
  sizes.find((size) => heightAt(doc, card, size) <= highest) ?? least;

/** Draws one card from its top left. */
export function trajectoryCard(
  doc: Pdf,
  sheet: PdfStructure,
  card: OneCard,
  at: { readonly x: number; readonly y: number },
): void {
  const size = sizeOf(doc, card);
  const x = at.x + padding;
  head(doc, sheet, card, x, at.y + padding);
  let y = at.y + padding + headHeight;
  for (const { text, label, tag, font, scale, after, colour } of parts(card)) {
    const indent = indentOf(doc, label, size * scale);
    tagged(doc, sheet, tag, () => {
      doc.fillColor(palette.accent).fontSize(size * scale);
      if (label !== undefined) doc.font('strong').text(label, x, y, { lineBreak: false });
      doc
        .font(font)
        .fillColor(colour)
        .text(text, x, y, { width, indent, lineGap: tight(size * scale) });
    });
    y = doc.y + after * size;
  }
  foot(doc, sheet, card, x, at.y + cardSides.height - padding - 9);
}

function head(
  doc: Pdf,
  sheet: PdfStructure,
  { domain, first, position }: OneCard,
  x: number,
  y: number,
): void {
  artifact(doc, () => doc.rect(x, y + 1, 3, 9).fill(palette.accent));
  setFitted(doc, sheet, first ? 'H1' : 'P', domain, {
    ...{ x: x + 8, y, width: width - 60, height: 12 },
    ...{ font: 'strong', most: 8, least: 6, colour: palette.accent },
  });
  tagged(doc, sheet, 'P', () =>
    doc
      .font('regular')
      .fontSize(7)
      .fillColor(palette.soft)
      .text(position, x, y + 1, { width, align: 'right' }),
  );
}

function foot(doc: Pdf, sheet: PdfStructure, { source }: OneCard, x: number, y: number): void {
  tagged(doc, sheet, 'P', () =>
    doc.font('regular').fontSize(7).fillColor(palette.soft).text(source, x, y, { lineBreak: false }),
  );
}

/** What is read on a card, from top to bottom; sizes and gaps are shares of the body's. */
function parts({ words, labels }: OneCard) {
  const plain = { tag: 'P', font: 'regular', scale: 1, after: 0.35, colour: palette.ink } as const;
  return [
    {
      text: words.title,
      label: undefined,
      tag: 'H2',
      font: 'bold',
      scale: 1.4,
      after: 0.4,
      colour: palette.ink,
    } as const,
    { ...plain, text: words.summary, label: undefined, after: 0.5 },
    { ...plain, text: words.benefit, label: labels.benefit },
    { ...plain, text: words.risk, label: labels.risk },
    { ...plain, text: words.example, label: labels.example, after: 0 },
  ];
}

function heightAt(doc: Pdf, card: OneCard, size: number): number {
  return parts(card).reduce((sum, { text, label, font, scale, after }) => {
    const indent = indentOf(doc, label, size * scale);
    doc.font(font).fontSize(size * scale);
    return sum + doc.heightOfString(text, { width, indent, lineGap: tight(size * scale) }) + after * size;
  }, 0);
}

/** A label stands before the first line; the text begins behind it. */
function indentOf(doc: Pdf, label: string | undefined, size: number): number {
  if (label === undefined) return 0;
  return doc.font('strong').fontSize(size).widthOfString(label) + size * 0.5;
}

/** Source Sans 3 stands wide apart: a card's lines are nearer. */
const tight = (size: number): number => -0.07 * size;

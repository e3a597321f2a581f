import type { FontName } from '#documents/pdf/fonts.ts';
import { palette } from '#documents/pdf/palette.ts';
import { type PdfStructure, tagged } from '#documents/pdf/structure.ts';
import type { Block } from '../block.ts';
import { makeRoom, type PdfPage } from './page.ts';

interface Look {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
}

const lead = 1.28;

/** How high a text stands in a width. */
export function heightOf({ doc }: PdfPage, text: string, { font, size }: Look, width: number): number {
  return doc
    .font(font)
    .fontSize(size)
    .heightOfString(text, { width, lineGap: gapOf(size) });
}

/** The text at a place; `doc.y` is then below it. */
export function write({ doc }: PdfPage, text: string, look: Look, x: number, y: number, width: number): void {
  doc.font(look.font).fontSize(look.size).fillColor(look.colour);
  doc.text(text, x, y, { width, lineGap: gapOf(look.size) });
}

/** Source Sans is set with a line of 1.257 of its size already. */
const gapOf = (size: number): number => Math.max(0, size * (lead - 1.257));

type Words = Extract<Block, { kind: 'heading' | 'paragraph' | 'note' }>;

/** How a text block looks. */
export function lookOf(block: Words, { type, accent }: PdfPage): Look {
  switch (block.kind) {
    case 'heading': {
      const size = type.headings[block.level - 1] ?? type.body;
      return {
        font: block.level === 1 ? 'bold' : 'strong',
        size,
        colour: block.level === 1 ? accent : palette.ink,
      };
    }
    case 'paragraph':
      return { font: 'regular', size: type.body, colour: palette.ink };
    case 'note':
      return { font: 'regular', size: type.small, colour: palette.soft };
  }
}

/** The room over a block where it is not the first of its page, in gaps. */
export function above(block: Block): number {
  if (block.kind !== 'heading') return 0;
  return [2, 1.4, 1][block.level - 1] ?? 1;
}

/** A heading, a paragraph or a note: whole on one page. */
export function setText(page: PdfPage, block: Words): void {
  const { doc, root, left, width, type } = page;
  const look = lookOf(block, page);
  makeRoom(page, heightOf(page, block.text, look, width));
  tagged(doc, root, tagOf(block), () => write(page, block.text, look, left, doc.y, width));
  doc.y += block.kind === 'heading' ? type.gap / 2 : type.gap;
}

function tagOf(block: Words): 'H1' | 'H2' | 'H3' | 'P' {
  if (block.kind !== 'heading') return 'P';
  return (['H1', 'H2', 'H3'] as const)[block.level - 1] ?? 'H3';
}

/** Several texts one under the other as one element. */
export function stacked(
  page: PdfPage,
  parent: PdfStructure,
  tag: 'P' | 'LBody',
  lines: readonly { readonly text: string; readonly look: Look }[],
  x: number,
  width: number,
): void {
  tagged(page.doc, parent, tag, () => {
    for (const { text, look } of lines) write(page, text, look, x, page.doc.y, width);
  });
}

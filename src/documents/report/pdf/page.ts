import type { Pdf } from '#documents/pdf/open-pdf.ts';
import { openPdf } from '#documents/pdf/open-pdf.ts';
import { documentRoot, type PdfStructure } from '#documents/pdf/structure.ts';
import type { Meta } from '../meta.ts';

/** A paper being set: where the next block goes is `doc.y`. */
export interface PdfPage {
  readonly doc: Pdf;
  readonly root: PdfStructure;
  readonly type: TypeSet;
  /** The left edge and the width of what is set. */
  readonly left: number;
  readonly width: number;
}

/** The first page of a new paper. */
export function openPage(meta: Meta, type: TypeSet, compress = true): PdfPage {
  const { title, language, author, at } = meta;
  const { margin } = type;
  const margins = { top: margin, right: margin, bottom: margin, left: margin };
  const doc = openPdf({ title, language, author, at, size: 'A4', margins, compress });
  const root = documentRoot(doc);
  doc.addPage();
  return { doc, root, type, left: margin, width: doc.page.width - 2 * margin };
}

/** Where what is set must end. */
export const bottomOf = ({ doc, type }: PdfPage): number => doc.page.height - type.margin;

/** Nothing stands on the page yet. */
export const isFresh = ({ doc, type }: PdfPage): boolean => doc.y <= type.margin + 0.5;

/** Goes on to a new page unless so much fits on this one. What is higher than a page begins on a fresh one. */
export function makeRoom(page: PdfPage, height: number): void {
  if (page.doc.y + height > bottomOf(page) && !isFresh(page)) page.doc.addPage();
}

/** How large things are set on a PDF page, in points. */
export interface TypeSet {
  readonly body: number;
  readonly small: number;
  readonly table: number;
  /** Of level 1, 2 and 3. */
  readonly headings: readonly [number, number, number];
  /** Between two blocks. */
  readonly gap: number;
  readonly margin: number;
}

/** For a report that is read at a desk. */
export const roomy: TypeSet = {
  body: 10.5,
  small: 9,
  table: 8.5,
  headings: [18, 13, 11],
  gap: 8,
  margin: 56,
};

/** For a briefing that stands on both sides of one sheet. */
export const dense: TypeSet = {
  body: 9.8,
  small: 8.6,
  table: 8.2,
  headings: [13, 11, 10],
  gap: 4.5,
  margin: 46,
};

import type { Pdf } from '#documents/pdf/open-pdf.ts';
import { openPdf } from '#documents/pdf/open-pdf.ts';
import { documentRoot, type PdfStructure } from '#documents/pdf/structure.ts';
import type { Meta } from '../meta.ts';
import type { TypeSet } from './type-set.ts';

/** A paper being set: where the next block goes is `doc.y`. */
export interface PdfPage {
  readonly doc: Pdf;
  readonly root: PdfStructure;
  readonly type: TypeSet;
  /** What titles and marks are printed in. */
  readonly accent: string;
  /** The left edge and the width of what is set. */
  readonly left: number;
  readonly width: number;
  /** How far down the pages before this one are filled, 0 to 1. */
  readonly filled: number[];
}

/** The first page of a new paper. */
export function openPage(meta: Meta, type: TypeSet, compress = true): PdfPage {
  const { title, language, author, at, accent } = meta;
  const { margin } = type;
  const margins = { top: margin, right: margin, bottom: margin, left: margin };
  const doc = openPdf({ title, language, author, at, size: 'A4', margins, compress });
  const root = documentRoot(doc);
  doc.addPage();
  return { doc, root, type, accent, left: margin, width: doc.page.width - 2 * margin, filled: [] };
}

/** Where what is set must end. */
export const bottomOf = ({ doc, type }: PdfPage): number => doc.page.height - type.margin;

/** Nothing stands on the page yet. */
export const isFresh = ({ doc, type }: PdfPage): boolean => doc.y <= type.margin + 0.5;

/** Goes on to a new page unless so much fits on this one. What is higher than a page begins on a fresh one. */
export function makeRoom(page: PdfPage, height: number): void {
  if (page.doc.y + height > bottomOf(page) && !isFresh(page)) turnPage(page);
}

/** Goes on to a new page. */
export function turnPage(page: PdfPage): void {
  page.filled.push(filledOf(page));
  page.doc.addPage();
}

/** How far down the page is filled, 0 to 1. */
export const filledOf = ({ doc, type }: PdfPage): number =>
  (doc.y - type.margin) / (doc.page.height - 2 * type.margin);

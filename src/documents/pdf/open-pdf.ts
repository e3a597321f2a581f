import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Language } from '#domain/catalogue/language.ts';
import { font, fontNames } from './fonts.ts';

/** A PDF being written; measures are in points (1/72 inch) from the top left. */
export type Pdf = PDFKit.PDFDocument;

export interface PdfSetup {
  readonly title: string;
  readonly language: Language;
  readonly author?: string;
  /** When it is made, an ISO time: the same input gives the same bytes. */
  readonly at: string;
  readonly size: 'A4' | readonly [width: number, height: number];
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Left out: as small as can be. `false` keeps the content readable, for tests. */
  readonly compress?: boolean;
}

/**
 * A tagged PDF 1.7 that opens with its title shown, its language told and Source Sans 3 at hand under the names of
 * `fontNames`. It has no page yet, and keeps its pages open until `closed`. What is drawn belongs within a structure
 * element or an artifact (structure.ts), as PDF/UA (ISO 14289-1) asks.
 */
export function openPdf({ title, language, author, at, size, margins, compress = true }: PdfSetup): Pdf {
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    size: typeof size === 'string' ? size : [...size],
    margins,
    compress,
    lang: language,
    tagged: true,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    info: {
      Title: title,
      ...(author === undefined ? {} : { Author: author }),
      Creator: 'Trajectoires',
      CreationDate: new Date(at),
    },
  });
  for (const name of fontNames) doc.registerFont(name, font(name));
  return doc.font('regular');
}

/** Ends the document: all its bytes. */
export async function closed(doc: Pdf): Promise<Uint8Array> {
  doc.end();
  return new Uint8Array(await buffer(doc));
}

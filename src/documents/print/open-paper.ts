import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { openPdf, type Pdf, type PdfSetup } from '../pdf/open-pdf.ts';

/** What papers of a consultation are printed from. */
export interface Paper {
  /** The consultation, in the language of the paper; its catalogue holds the trajectories in use alone. */
  readonly wording: Wording;
  /** When it is printed, an ISO time. */
  readonly at: string;
  /** For tests: `false` leaves the content readable. */
  readonly compress?: boolean;
}

/** A paper under its own name and with one margin, in points; nothing keeps what is drawn from the foot of a page. */
export function openPaper(
  { wording, at, compress = true }: Paper,
  name: keyof typeof documents,
  { size, margin }: Pick<PdfSetup, 'size'> & { readonly margin: number },
): Pdf {
  const { title, controller } = consultationNames(wording);
  return openPdf({
    title: wording.say(documents[name], { title }),
    language: wording.language,
    author: controller,
    at,
    size,
    margins: { top: margin, right: margin, bottom: 0, left: margin },
    compress,
  });
}

const documents = {
  poster: 'print.poster.document',
  cards: 'print.cards.document',
  sheets: 'print.sheets.document',
  answers: 'print.answers.document',
  'entry-codes': 'entry-code.sheet.document',
} as const;

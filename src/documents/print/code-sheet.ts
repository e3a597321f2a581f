import { lastDayOf } from '#domain/consultation/end-of.ts';
import { consultationNames, dated } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { setFitted } from '../pdf/fit-text.ts';
import { closed, type Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { paperAccent } from '../pdf/paper-accent.ts';
import { artifact, documentRoot, group, type PdfStructure } from '../pdf/structure.ts';
import { openPaper, type Paper } from './open-paper.ts';
import { qrFigure } from './qr-figure.ts';

interface CodeSheet extends Paper {
  /** Where the consultation is. */
  readonly address: string;
  /** As they are written. */
  readonly codes: readonly string[];
}

const margin = 22.64;
const [columns, rows] = [2, 5] as const;
/** In points: 97 by 56 mm. */
const slip = { width: 275, height: 159.3, padding: 14 } as const;
/** Some 34 mm: a telephone reads it from a hand's length. */
const side = 96;

/** The link that brings a code along: what follows the mark stays in the browser, in no log of any server. */
export const linkWithCode = (address: string, code: string): string => `${address}#code=${code}`;

/** Single-use codes to cut out and hand out: ten an A4 sheet, each with its own square for telephones. */
export function codeSheet({ address, codes, ...paper }: CodeSheet): Promise<Uint8Array> {
  const doc = openPaper(paper, 'entry-codes', { size: 'A4', margin });
  const root = documentRoot(doc);
  const facts = factsOf(paper.wording, address);
  codes.forEach((code, i) => {
    const place = i % (columns * rows);
    if (place === 0) sheetOf(doc);
    const x = margin + (place % columns) * slip.width;
    const y = margin + Math.floor(place / columns) * slip.height;
    one(doc, group(doc, root, 'Sect'), { ...facts, address, code, isFirst: i === 0 }, { x, y });
  });
  return closed(doc);
}

/** What is the same on each. */
function factsOf(wording: Wording, address: string) {
  const { say, consultation } = wording;
  const last = lastDayOf(consultation);
  return {
    wording,
    title: consultationNames(wording).title,
    or: say('entry-code.sheet.or', { address: address.replace(/^https?:\/\//, '') }),
    foot: [
      ...(last === undefined ? [] : [`${say('entry-code.sheet.until', { date: dated(wording, last) })}.`]),
      say('entry-code.sheet.once'),
    ].join(' '),
  };
}

interface One extends ReturnType<typeof factsOf> {
  readonly address: string;
  readonly code: string;
  readonly isFirst: boolean;
}

function one(doc: Pdf, sheet: PdfStructure, its: One, at: { readonly x: number; readonly y: number }): void {
  const { wording, title, or, foot, code, address, isFirst } = its;
  const { say, consultation } = wording;
  const [x, y, width] = [at.x + slip.padding, at.y + slip.padding, slip.width - 2 * slip.padding];
  setFitted(doc, sheet, isFirst ? 'H1' : 'H2', title, {
    ...{ x, y: y - 2, width, height: 16 },
    ...{ font: 'bold', most: 11, least: 7, colour: paperAccent(consultation) },
  });
  const top = y + 18;
  const alt = say('entry-code.sheet.figure', { code });
  qrFigure(doc, sheet, linkWithCode(address, code), { x, y: top, side, alt });
  const beside = { x: x + side + 12, width: width - side - 12 };
  setFitted(doc, sheet, 'P', say('entry-code.sheet.scan'), {
    ...{ ...beside, y: top, height: 26 },
    ...{ font: 'strong', most: 10, least: 7, gap: -0.07, colour: palette.ink },
  });
  setFitted(doc, sheet, 'P', or, {
    ...{ ...beside, y: top + 28, height: 36 },
    ...{ font: 'regular', most: 9.5, least: 5, gap: -0.07, colour: palette.ink },
  });
  setFitted(doc, sheet, 'P', code, {
    ...{ ...beside, y: top + 68, height: 24 },
    ...{ font: 'bold', most: 17, least: 12, colour: palette.ink },
  });
  setFitted(doc, sheet, 'P', foot, {
    ...{ x, y: at.y + slip.height - 28, width, height: 22 },
    ...{ font: 'regular', most: 8, least: 6, gap: -0.07, colour: palette.soft },
  });
}

/** A new sheet with its cut lines. */
function sheetOf(doc: Pdf): void {
  doc.addPage();
  artifact(doc, () => {
    doc.lineWidth(0.5).dash(3, { space: 3 }).strokeColor(palette.edge);
    for (let column = 0; column <= columns; column++) {
      const x = margin + column * slip.width;
      doc.moveTo(x, margin).lineTo(x, margin + rows * slip.height);
    }
    for (let row = 0; row <= rows; row++) {
      const y = margin + row * slip.height;
      doc.moveTo(margin, y).lineTo(margin + columns * slip.width, y);
    }
    doc.stroke().undash();
  });
}

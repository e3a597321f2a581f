import { domainTitle } from '#wording/titles.ts';
import { setFitted } from '../pdf/fit-text.ts';
import type { Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import type { PdfStructure } from '../pdf/structure.ts';
import {
  type Frame,
  field,
  inner,
  line,
  margin,
  type Place,
  page,
  sheetHead,
  subhead,
} from './sheet-frame.ts';

const gap = 32;
const half = (inner - gap) / 2;
const right = margin + half + gap;
const bottom = page.height - 62;

/** The last sheet: who the table is, the direction of each domain, what strengthens what, what is still debated. */
export function wholeSheet(frame: Frame, sheet: PdfStructure): void {
  const { doc, wording } = frame;
  const { say } = wording;
  sheetHead(frame, sheet, say('print.sheets.whole'));
  field(doc, sheet, say('print.sheets.people'), { x: margin, y: margin + 54, width: half });
  directions(frame, sheet);
  subhead(doc, sheet, say('print.sheets.synergies'), { x: right, y: margin + 54, width: half });
  for (let i = 0; i < 5; i++) synergy(frame, sheet, margin + 92 + i * 46);
  subhead(doc, sheet, say('print.sheets.debated'), { x: right, y: margin + 318, width: half });
  for (let y = margin + 354; y < bottom; y += 26) line(doc, { x: right, y, width: half });
  setFitted(doc, sheet, 'P', say('print.sheets.recopied'), {
    ...{ x: margin, y: page.height - 46, width: inner - 80, height: 14 },
    ...{ font: 'italic', most: 9.5, least: 7, colour: palette.soft },
  });
}

function directions({ doc, wording }: Frame, sheet: PdfStructure): void {
  const { domains } = wording.catalogue;
  const top = margin + 92;
  subhead(doc, sheet, wording.say('print.sheets.directions'), { x: margin, y: top, width: half });
  const step = Math.min(62, (bottom - top - 26) / Math.max(1, domains.length));
  domains.forEach(({ id }, i) => {
    const y = top + 26 + i * step;
    small(doc, sheet, domainTitle(wording, id), { x: margin, y, width: half });
    line(doc, { x: margin, y: y + step - 10, width: half });
  });
}

/** "… helps …, because …", to be filled in. */
function synergy({ doc, wording }: Frame, sheet: PdfStructure, y: number): void {
  const { say } = wording;
  const helps = say('print.sheets.helps');
  const because = say('print.sheets.because');
  doc.font('regular').fontSize(9.5);
  const [middle, start] = [doc.widthOfString(helps) + 12, doc.widthOfString(because) + 8];
  const each = (half - middle) / 2;
  line(doc, { x: right, y, width: each });
  small(doc, sheet, helps, { x: right + each + 6, y: y - 11, width: middle });
  line(doc, { x: right + each + middle, y, width: each });
  small(doc, sheet, because, { x: right, y: y + 11, width: start });
  line(doc, { x: right + start, y: y + 22, width: half - start });
}

function small(doc: Pdf, sheet: PdfStructure, text: string, at: Place): void {
  const look = { font: 'regular', most: 9.5, least: 6, colour: palette.soft } as const;
  setFitted(doc, sheet, 'P', text, { ...at, ...look, height: 14 });
}

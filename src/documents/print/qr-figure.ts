import type { Pdf } from '../pdf/open-pdf.ts';
import { type PdfStructure, tagged } from '../pdf/structure.ts';
import { qrPath } from './qr.ts';

interface QrPlace {
  readonly x: number;
  readonly y: number;
  /** In points, with the white around it. */
  readonly side: number;
  /** What it is to those who do not see it. */
  readonly alt: string;
}

/** A code that a telephone reads, on a paper. */
export function qrFigure(doc: Pdf, sheet: PdfStructure, address: string, { x, y, side, alt }: QrPlace): void {
  const { path, side: modules } = qrPath(address);
  const draw = () =>
    doc
      .save()
      .translate(x, y)
      .scale(side / modules)
      .path(path)
      .fill('#000000')
      .restore();
  tagged(doc, sheet, 'Figure', draw, { alt });
}

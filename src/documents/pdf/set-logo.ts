import { logoPixels, logoSize, logoSvg, type NamedLogo } from './logo.ts';
import { opaquePicture } from './opaque-picture.ts';
import type { Pdf } from './open-pdf.ts';
import type { PdfStructure } from './structure.ts';

/** Where a logo may stand: its right edge, its top, and how large it may be, in points. */
interface Place {
  readonly right: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels to a point: sharp in print. */
const sharpness = 4;
/** A pixel of a screen. */
const point = 0.75;

/** Sets the logo in the upper right corner of its place; how large it is there. */
export function setLogo(doc: Pdf, parent: PdfStructure, logo: NamedLogo, { right, top, ...most }: Place) {
  const { width, height } = logoSize(logo, most, point);
  const [x, y] = [right - width, top];
  const picture = drawn(logo, logoPixels(logo, width * sharpness));
  const options: { alt: string; bbox: number[] } = { alt: logo.alt, bbox: [x, y, right, y + height] };
  const element = doc.struct('Figure', options, () => {
    doc.image(picture, x, y, { width, height });
  });
  parent.add(element);
  element.end();
  return { width, height };
}

/** A paper is laid out several times until it fits, and a large logo takes a second to draw: the last one is kept. */
let last: { readonly data: string; readonly across: number; readonly picture: Buffer } | undefined;

function drawn(logo: NamedLogo, across: number): Buffer {
  if (last?.data !== logo.data || last.across !== across)
    last = { data: logo.data, across, picture: opaquePicture(logoSvg(logo), across) };
  return last.picture;
}

import { palette } from '#documents/pdf/palette.ts';
import { onPaper } from '#documents/pdf/paper-style.ts';
import { tagged } from '#documents/pdf/structure.ts';
import type { Figure } from '../block.ts';
import { sizeOf } from '../side-by-side.ts';
import { opaquePicture } from './opaque-picture.ts';
import { makeRoom, type PdfPage } from './page.ts';
import { heightOf, write } from './text.ts';

/** Points to a unit of the picture: its words are then nearly as large as those of the text. */
const scale = 0.8;
/** Pixels to a point: sharp in print. */
const sharpness = 3;

/** How large a picture stands in a room of `width` and at most `height`. */
function fittedIn(figure: Figure, width: number, height: number) {
  const natural = sizeOf(figure.picture);
  const times = Math.min(scale, width / natural.width, height / natural.height);
  return { width: natural.width * times, height: natural.height * times };
}

/** The picture with its caption below, whole on one page. */
export function setFigure(page: PdfPage, figure: Figure): void {
  const { doc, root, left, width, type } = page;
  const look = { font: 'regular', size: type.small, colour: palette.soft } as const;
  makeRoom(page, figureHeight(page, figure));
  const size = drawnSize(page, figure);
  const y = doc.y + 4;
  const x = left + (width - size.width) / 2;
  const png = opaquePicture(onPaper(figure.picture), Math.round(size.width * sharpness));
  const options: { alt: string; bbox: number[] } = {
    alt: figure.alt,
    bbox: [x, y, x + size.width, y + size.height],
  };
  const element = doc.struct('Figure', options, () => {
    doc.image(png, x, y, { width: size.width, height: size.height });
  });
  root.add(element);
  element.end();
  doc.y = y + size.height + 6;
  tagged(doc, root, 'P', () => write(page, figure.caption, look, left, doc.y, width));
  doc.y += type.gap * 1.5;
}

/** How high the picture and its caption stand. */
export function figureHeight(page: PdfPage, figure: Figure): number {
  const look = { font: 'regular', size: page.type.small, colour: palette.soft } as const;
  return drawnSize(page, figure).height + 10 + heightOf(page, figure.caption, look, page.width);
}

function drawnSize({ doc, width, type }: PdfPage, figure: Figure) {
  return fittedIn(figure, width, doc.page.height - 2 * type.margin - 110);
}

import type { Figure } from '#documents/figures/charted.ts';
import { sizeOf } from '#documents/figures/side-by-side.ts';
import { palette } from '#documents/pdf/palette.ts';
import { drawPicture } from '#documents/pdf/picture/draw-picture.ts';
import { tagged } from '#documents/pdf/structure.ts';
import { bottomOf, makeRoom, type PdfPage } from './page.ts';
import { heightOf, write } from './text.ts';

/** Points to a unit of the picture: its words are then nearly as large as those of the text. */
const scale = 0.8;
/** What a picture may shrink to, beside that: its words are still those of a note. */
const smallest = 0.8;

/** The picture with its caption below, whole on one page. */
export function setFigure(page: PdfPage, figure: Figure): void {
  const { doc, root, left, width, type } = page;
  makeRoom(page, leastFigure(page, figure));
  const size = drawnSize(page, figure, bottomOf(page) - doc.y);
  const y = doc.y + 4;
  const x = left + (width - size.width) / 2;
  const options: { alt: string; bbox: number[] } = {
    alt: figure.alt,
    bbox: [x, y, x + size.width, y + size.height],
  };
  const element = doc.struct('Figure', options, () => {
    drawPicture(doc, figure.picture, { x, y, width: size.width });
  });
  root.add(element);
  element.end();
  doc.y = y + size.height + 6;
  tagged(doc, root, 'P', () => write(page, figure.caption, captionLook(page), left, doc.y, width));
  doc.y += type.gap * 1.5;
}

/** How much room the picture and its caption need, drawn as small as is still good to read. */
export const leastFigure = (page: PdfPage, figure: Figure): number =>
  smallest * sizeOnPage(page, figure).height + captionHeight(page, figure);

/** How large the picture stands in so much room: a little smaller, rather than on another page. */
function drawnSize(page: PdfPage, figure: Figure, room: number) {
  const { width, height } = sizeOnPage(page, figure);
  const times = Math.max(smallest, Math.min(1, (room - captionHeight(page, figure)) / height));
  return { width: width * times, height: height * times };
}

/** How large it stands between the margins, with its caption and a heading above it. */
function sizeOnPage({ doc, width, type }: PdfPage, { picture }: Figure) {
  const natural = sizeOf(picture);
  const highest = doc.page.height - 2 * type.margin - 110;
  const times = Math.min(scale, width / natural.width, highest / natural.height);
  return { width: natural.width * times, height: natural.height * times };
}

const captionHeight = (page: PdfPage, { caption }: Figure): number =>
  10 + heightOf(page, caption, captionLook(page), page.width);

const captionLook = ({ type }: PdfPage) =>
  ({ font: 'regular', size: type.small, colour: palette.soft }) as const;

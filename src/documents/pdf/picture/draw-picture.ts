import type { Svg } from '#charts/svg.ts';
import type { Pdf } from '../open-pdf.ts';
import { drawShape } from './draw-shape.ts';
import { type Drawn, readPicture } from './read-picture.ts';
import type { Sheet } from './sheet.ts';
import { writeText } from './write-text.ts';

/** Where a picture has its top left, and how wide it is, in points. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * Draws a chart in the colours of paper as lines and letters: sharp however near one looks, and with none of the memory that a
 * picture of dots takes.
 */
export function drawPicture(doc: Pdf, picture: Svg, { x, y, width }: Place): void {
  const root = readPicture(picture);
  draw(doc, root, { x, y, width, scale: 1, around: [], markers: new Map(markersIn(root)) });
}

function draw(doc: Pdf, drawn: Drawn, sheet: Sheet): void {
  const inside = (within: Sheet) => {
    for (const child of drawn.children) draw(doc, child, within);
  };
  switch (drawn.name) {
    case 'svg':
      inside(sheetWithin(drawn, sheet));
      break;
    case 'g':
      inside({ ...sheet, around: [...sheet.around, ...(drawn.attributes.class?.split(' ') ?? [])] });
      break;
    case 'text':
      writeText(doc, drawn, sheet);
      break;
    case 'rect':
    case 'path':
    case 'circle':
    case 'ellipse':
      drawShape(doc, drawn, sheet);
  }
  // Nothing else is seen by itself: a title, or what is referred to.
}

/** A picture within another may have a measure of its own; one that says no width is as wide as what it stands in. */
function sheetWithin({ attributes }: Drawn, sheet: Sheet): Sheet {
  const { x = 0, y = 0, viewBox } = attributes;
  const width = attributes.width === undefined ? sheet.width : Number(attributes.width) * sheet.scale;
  return {
    ...sheet,
    x: sheet.x + Number(x) * sheet.scale,
    y: sheet.y + Number(y) * sheet.scale,
    width,
    scale: viewBox === undefined ? sheet.scale : width / Number(viewBox.split(' ')[2]),
  };
}

function markersIn(drawn: Drawn): readonly (readonly [string, Drawn])[] {
  if (drawn.name === 'marker') return [[`url(#${drawn.attributes.id})`, drawn]];
  return drawn.children.flatMap(markersIn);
}

import type { Pdf } from '../open-pdf.ts';
import type { PaperLook } from '../paper-style.ts';
import type { Drawn } from './read-picture.ts';
import { lookOf, type Sheet } from './sheet.ts';

/** Draws a shape of a picture, with what stands at the end of it. */
export function drawShape(doc: Pdf, shape: Drawn, sheet: Sheet): void {
  const look = lookOf(shape, sheet);
  const end = sheet.markers.get(look['marker-end'] ?? '');
  doc.save().translate(sheet.x, sheet.y).scale(sheet.scale);
  if (isSeen(shape)) {
    outlined(doc, shape);
    painted(doc, look);
  }
  if (end !== undefined)
    drawEnd(doc, end, { d: look.d ?? '', thick: Number(look['stroke-width'] ?? 1) }, sheet);
  doc.restore();
}

/** A bar of nobody would be shown as a hair by what reads a PDF. */
const isSeen = ({ name, attributes: { width, height } }: Drawn): boolean =>
  name !== 'rect' || (Number(width) > 0 && Number(height) > 0);

function outlined(doc: Pdf, { name, attributes }: Drawn): void {
  const at = (key: string) => Number(attributes[key] ?? 0);
  switch (name) {
    case 'rect':
      doc.rect(at('x'), at('y'), at('width'), at('height'));
      break;
    case 'circle':
      doc.circle(at('cx'), at('cy'), at('r'));
      break;
    case 'ellipse':
      turned(doc, attributes.transform);
      doc.ellipse(at('cx'), at('cy'), at('rx'), at('ry'));
      break;
    default:
      doc.path(attributes.d ?? '');
  }
}

/** By so many degrees about a point. */
function turned(doc: Pdf, transform: string | undefined): void {
  const [angle, x, y] = numbersIn(transform ?? '');
  if (angle !== undefined && x !== undefined && y !== undefined) doc.rotate(angle, { origin: [x, y] });
}

function painted(doc: Pdf, look: PaperLook): void {
  const { fill = '#000000', stroke = 'none' } = look;
  const [width, dash, gap] = [look['stroke-width'], ...numbersIn(look['stroke-dasharray'] ?? '')];
  if (width !== undefined) doc.lineWidth(Number(width));
  if (dash !== undefined) doc.dash(dash, { space: gap ?? dash });
  if (look['fill-opacity'] !== undefined) doc.fillOpacity(Number(look['fill-opacity']));
  if (look['stroke-opacity'] !== undefined) doc.strokeOpacity(Number(look['stroke-opacity']));
  if (stroke === 'none') doc.fill(fill);
  else if (fill === 'none') doc.stroke(stroke);
  else doc.fillAndStroke(fill, stroke);
}

/** An arrow: it points where the line was going, and is as large as the line is thick. */
function drawEnd(
  doc: Pdf,
  { attributes, children }: Drawn,
  line: { d: string; thick: number },
  sheet: Sheet,
): void {
  const [tip] = children;
  const [beforeX = 0, beforeY = 0, x = 0, y = 0] = numbersIn(line.d).slice(-4);
  const at = (key: string) => Number(attributes[key] ?? 0);
  const across = Number(attributes.viewBox?.split(' ')[2]);
  if (tip === undefined) return;
  doc
    .translate(x, y)
    .rotate((Math.atan2(y - beforeY, x - beforeX) * 180) / Math.PI)
    .scale((line.thick * at('markerWidth')) / across)
    .translate(-at('refX'), -at('refY'));
  outlined(doc, tip);
  painted(doc, { 'stroke-width': '1', ...lookOf(tip, sheet) });
}

const numbersIn = (text: string): readonly number[] => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

import { encode } from 'uqr';
import { element, type Svg } from '#charts/svg.ts';
import { raster } from '../pdf/raster.ts';

/** Modules of white that a reader needs around a code (ISO/IEC 18004). */
const quietZone = 4;

/** The dark modules of a code as one path, its side in modules with the quiet zone. */
export function qrPath(address: string): { readonly path: string; readonly side: number } {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const path = data
    .map((row, y) =>
      runs(row)
        .map(({ from, length }) => bar(from, y, length))
        .join(''),
    )
    .join('');
  return { path, side: size + 2 * quietZone };
}

/** A code that a telephone reads, black on white whatever the theme; `label` says what it leads to. */
export function qrSvg(address: string, { label }: { readonly label: string }): Svg {
  const { path, side } = qrPath(address);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${side} ${side}`,
      role: 'img',
      'aria-label': label,
      'shape-rendering': 'crispEdges',
    },
    element('title', {}, label),
    element('rect', { width: side, height: side, fill: '#ffffff' }),
    element('path', { d: path, fill: '#000000' }),
  );
}

/** The same as PNG, at least `px` pixels wide: each module is a whole number of pixels. */
export function qrPng(address: string, px: number): Uint8Array {
  const { side } = qrPath(address);
  return raster(qrSvg(address, { label: address }).svg, { width: Math.ceil(px / side) * side });
}

/** Wide enough for a telephone's camera, in pixels. */
const onScreen = 180;

/** The same as the address of a picture, which may stand in a card. */
export const qrAddress = (address: string): string =>
  `data:image/png;base64,${Buffer.from(qrPng(address, onScreen)).toString('base64')}`;

const bar = (x: number, y: number, length: number) =>
  `M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`;

/** Dark modules that touch in a row are drawn as one: no hair of white between them. */
function runs(row: readonly boolean[]): readonly { from: number; length: number }[] {
  return row.flatMap((dark, from) => {
    if (!dark || row[from - 1] === true) return [];
    const end = row.indexOf(false, from);
    return [{ from, length: (end === -1 ? row.length : end) - from }];
  });
}

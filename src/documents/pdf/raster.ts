import { Resvg } from '@resvg/resvg-js';
import { fontFamily, fontFiles } from './fonts.ts';

interface Raster {
  /** In pixels; the height follows. */
  readonly width: number;
  /** A CSS colour; transparent when left out. */
  readonly background?: string;
}

/** Draws a picture as PNG. */
export const raster = (svg: string, how: Raster): Uint8Array => new Uint8Array(pixels(svg, how).asPng());

/** Draws a picture in Source Sans 3 and with no font of the machine, so that it looks the same everywhere. */
export function pixels(svg: string, { width, background }: Raster) {
  // A title may hold a sign that no XML may: one such would leave the whole document without its pictures.
  const picture = new Resvg(svg.replace(/\p{Cc}/gu, ' '), {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(fontFiles),
      defaultFontFamily: fontFamily,
      sansSerifFamily: fontFamily,
    },
    ...(background === undefined ? {} : { background }),
  });
  return picture.render();
}

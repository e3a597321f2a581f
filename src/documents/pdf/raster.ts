import { Resvg } from '@resvg/resvg-js';
import { fontFamily, fontFiles } from './fonts.ts';

interface Raster {
  /** In pixels; the height follows. */
  readonly width: number;
  /** A CSS colour; transparent when left out. */
  readonly background?: string;
}

/** Draws a picture as PNG, in Source Sans 3 and with no font of the machine, so that it looks the same everywhere. */
export function raster(svg: string, { width, background }: Raster): Uint8Array {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(fontFiles),
      defaultFontFamily: fontFamily,
      sansSerifFamily: fontFamily,
    },
    ...(background === undefined ? {} : { background }),
  });
  return new Uint8Array(drawn.render().asPng());
}

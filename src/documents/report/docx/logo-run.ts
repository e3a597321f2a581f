import {
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  TextWrappingSide,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import { logoPixels, logoSize, logoSvg, type NamedLogo } from '#documents/pdf/logo.ts';
import { raster } from '#documents/pdf/raster.ts';

/** In pixels of 1/96 inch; the picture has twice as many. */
const place = { width: 170, height: 70 } as const;
/** Between it and the words beside it, in English metric units (914,400 an inch). */
const apart = 150_000;

/** The logo in the upper right corner of the page, with the words of the title beside it. */
export function logoRun(logo: NamedLogo): ImageRun {
  const size = logoSize(logo, place, 1);
  const [width, height] = [Math.max(1, Math.round(size.width)), Math.max(1, Math.round(size.height))];
  return new ImageRun({
    type: 'png',
    data: Buffer.from(raster(logoSvg(logo), { width: logoPixels(logo, 2 * width) })),
    transformation: { width, height },
    altText: { id: 'logo', name: 'logo', description: logo.alt },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.MARGIN,
        align: HorizontalPositionAlign.RIGHT,
      },
      verticalPosition: { relative: VerticalPositionRelativeFrom.MARGIN, offset: 0 },
      wrap: { type: TextWrappingType.SQUARE, side: TextWrappingSide.LEFT },
      margins: { left: apart },
    },
  });
}

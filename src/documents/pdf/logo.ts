import type { Logo } from '#domain/records/logo.ts';
import { logoName } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** The logo of a consultation, as papers take it. */
export type LogoPicture = Pick<Logo, 'type' | 'width' | 'height' | 'data'>;

/** The same with whose it is, for those who do not see it. */
export interface NamedLogo extends LogoPicture {
  readonly alt: string;
}

/** Where a paper has its logo, if there is one. */
export const namedLogo = (logo: LogoPicture | undefined, wording: Wording): { readonly logo?: NamedLogo } =>
  logo === undefined ? {} : { logo: { ...logo, alt: logoName(wording) } };

/** How large it stands in a place, in the measure of the place; `natural`: what of it a pixel takes at most, so that none is seen. */
export function logoSize(
  { width, height }: LogoPicture,
  place: { readonly width: number; readonly height: number },
  natural: number,
): { readonly width: number; readonly height: number } {
  const times = Math.min(place.width / width, place.height / height, natural);
  return { width: width * times, height: height * times };
}

/** How many pixels across it is drawn, at least so many: of a very flat one, so many that it is a pixel high. */
export const logoPixels = ({ width, height }: LogoPicture, wanted: number): number =>
  Math.max(1, Math.ceil(wanted), Math.ceil(width / height));

/** It is drawn anew for each paper, so that none meets a file in a form that it does not know. */
export const logoSvg = ({ type, width, height, data }: LogoPicture): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:${type};base64,${data}"/></svg>`;

import { type Logo, logoBounds } from '#domain/records/logo.ts';
import { isJpeg, readJpeg } from './jpeg.ts';
import type { Picture } from './picture.ts';
import { isPng, readPng } from './png.ts';

/** Why a file is no logo; each has its wording. */
export type LogoProblem =
  /** No file was chosen, or an empty one. */
  | { readonly code: 'none' }
  /** Neither PNG nor JPEG, whatever its name says. */
  | { readonly code: 'other-kind' }
  /** Cut, or not as such a file is. */
  | { readonly code: 'broken' }
  | { readonly code: 'heavy'; readonly kilobytes: number }
  | { readonly code: 'wide'; readonly width: number; readonly height: number };

export type LogoRead = { readonly picture: Picture & Pick<Logo, 'type'> } | { readonly problem: LogoProblem };

/** A logo as it was given, known by its bytes alone. */
export function readLogo(bytes: Uint8Array): LogoRead {
  const { length } = bytes;
  if (length === 0) return { problem: { code: 'none' } };
  if (length > logoBounds.bytes) return { problem: tooHeavy(length) };
  if (!isPng(bytes) && !isJpeg(bytes)) return { problem: { code: 'other-kind' } };
  const type = isPng(bytes) ? 'image/png' : 'image/jpeg';
  const picture = type === 'image/png' ? readPng(bytes) : readJpeg(bytes);
  if (picture === undefined) return { problem: { code: 'broken' } };
  const { width, height } = picture;
  if (width === 0 || height === 0) return { problem: { code: 'broken' } };
  if (Math.max(width, height) > logoBounds.side) return { problem: { code: 'wide', width, height } };
  return { picture: { type, ...picture } };
}

/** A file of so many bytes. */
export const tooHeavy = (bytes: number): LogoProblem => ({
  code: 'heavy',
  kilobytes: Math.ceil(bytes / 1024),
});

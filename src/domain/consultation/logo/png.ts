import { type Picture, stitched } from './picture.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What the pixels need, and how they are to be seen through; texts, dates and further frames are not among it. */
const kept = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'];

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, i) => bytes[i] === byte);

/** A PNG: a signature, then chunks of a length, a name, data and a check (ISO/IEC 15948, 5.3); nothing when it is cut or out of order. */
export function readPng(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, signature.length)];
  let size: Pick<Picture, 'width' | 'height'> | undefined;
  let hasPixels = false;
  for (let at = signature.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || (name === 'IHDR') !== (size === undefined)) return undefined;
    if (name === 'IHDR') size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    hasPixels ||= name === 'IDAT';
    if (kept.includes(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return size && hasPixels ? { ...size, bytes: stitched(parts) } : undefined;
    at = end;
  }
  return undefined;
}

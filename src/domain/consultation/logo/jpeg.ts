import { type Picture, stitched } from './picture.ts';

export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

const marker = { end: 0xd9, scan: 0xda, comment: 0xfe } as const;
/** Baseline, extended and progressive: what browsers draw. */
const frames = [0xc0, 0xc1, 0xc2];

/**
 * A JPEG: segments of a marker, a length and data, and scans that last until the next marker (ITU-T T.81, annex B); nothing when
 * it is cut or of a kind that browsers do not draw.
 */
export function readJpeg(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 2)];
  let size: Pick<Picture, 'width' | 'height'> | undefined;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const kind = view.getUint8(at + 1);
    // Any marker may be led by more bytes of this value.
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    const head = at + 2 + view.getUint16(at + 2);
    const end = kind === marker.scan ? endOfScan(bytes, head) : head;
    if (end > bytes.length) return undefined;
    if (frames.includes(kind) && at + 9 <= bytes.length)
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (isKept(kind)) parts.push(bytes.subarray(at, end));
    at = end;
    if (kind !== marker.scan || bytes[at + 1] !== marker.end) continue;
    return size && { ...size, bytes: stitched([...parts, bytes.subarray(at, at + 2)]) };
  }
  return undefined;
}

/** Of what programs write beside the pixels, the kind of file, its colours and how they are to be turned back are needed. */
const isKept = (kind: number): boolean =>
  kind !== marker.comment && ((kind & 0xf0) !== 0xe0 || [0xe0, 0xe2, 0xee].includes(kind));

/** Where the next marker stands: within a scan, a byte of 255 is followed by 0, or by the number of a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && (next & 0xf8) !== 0xd0) return at;
    at += 1;
  }
  return Number.POSITIVE_INFINITY;
}

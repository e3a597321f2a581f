import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour; `besides`: chunks that stand before its pixels. */
export function png(
  width: number,
  height: number,
  {
    besides = [],
    colour = [15, 102, 94],
  }: { readonly besides?: readonly Buffer[]; readonly colour?: number[] } = {},
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.alloc(1), Buffer.alloc(3 * width, Buffer.from(colour))]);
  const lines = deflateSync(Buffer.alloc(line.length * height, line));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...besides,
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A grey JPEG of 8 by 8 pixels (baseline, one component); `besides`: segments after its beginning. */
export const jpeg = (besides: readonly Buffer[] = []): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...besides,
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
    // Tables of one code each: no difference, then no more.
    segment(0xc4, [0, 1, ...Array<number>(15).fill(0), 0]),
    segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ]);

export const segment = (kind: number, data: readonly number[]): Buffer =>
  Buffer.from([0xff, kind, (data.length + 2) >> 8, (data.length + 2) & 255, ...data]);

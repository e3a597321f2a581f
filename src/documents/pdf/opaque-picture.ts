import { crc32, deflateSync } from 'node:zlib';
import { palette } from './palette.ts';
import { pixels } from './raster.ts';

/**
 * A picture on white as a PNG without transparency (ISO/IEC 15948, colour type 2), so many pixels wide. A PDF takes it as
 * it is, while transparency is set apart in another thread: objects would come in another order each time.
 */
export function opaquePicture(svg: string, width: number): Buffer {
  const drawn = pixels(svg, { width, background: palette.surface });
  return Buffer.concat([
    signature,
    chunk('IHDR', header(drawn.width, drawn.height)),
    chunk('IDAT', deflateSync(lines(drawn.pixels, drawn.width, drawn.height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Eight bits a channel, red, green and blue. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([8, 2, 0, 0, 0], 8);
  return bytes;
}

/** Lines of red, green and blue, each led by its filter (none), from pixels of four bytes. */
function lines(pixels: Uint8Array, width: number, height: number): Buffer {
  const bytes = Buffer.alloc((1 + 3 * width) * height);
  let to = 0;
  for (let from = 0; from < 4 * width * height; from += 4) {
    if (from % (4 * width) === 0) to += 1;
    bytes[to] = pixels[from] ?? 0;
    bytes[to + 1] = pixels[from + 1] ?? 0;
    bytes[to + 2] = pixels[from + 2] ?? 0;
    to += 3;
  }
  return bytes;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

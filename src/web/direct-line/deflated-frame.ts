import { constants, deflateRawSync } from 'node:zlib';

/** FIN, RSV1 (compressed) and the opcode of text (RFC 6455, section 5.2; RFC 7692, section 6). */
const compressedText = 0xc1;
/** What each flush ends with, which a frame leaves out (RFC 7692, section 7.2.1). */
const tail = 4;

/**
 * A text as one WebSocket frame of a server, compressed by itself. The compressor is gone when the frame is made, where `ws`
 * would keep one for as long as the socket is open: 220 KB each.
 */
export function deflatedFrame(text: Buffer): Buffer {
  const deflated = deflateRawSync(text, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  const payload = deflated.subarray(0, deflated.length - tail);
  return Buffer.concat([headOf(payload.length), payload]);
}

function headOf(length: number): Buffer {
  if (length < 126) return Buffer.of(compressedText, length);
  const [mark, bytes] = length < 65_536 ? [126, 2] : [127, 8];
  const head = Buffer.alloc(2 + bytes);
  head[0] = compressedText;
  head[1] = mark;
  head.writeUIntBE(length, head.length - Math.min(bytes, 6), Math.min(bytes, 6));
  return head;
}

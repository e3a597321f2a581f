import { crc32 } from 'node:zlib';

/** A journal line as found: the text that was framed, or bytes that no longer are one. */
export type Piece =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'damaged'; readonly bytes: Buffer }
  /** The unfinished end of a file: a write that nobody was told of. */
  | { readonly kind: 'torn' };

const newline = 0x0a;

/** One line: length in bytes and CRC-32 (both hexadecimal), then the text, which holds no line feed. */
export function frame(text: string): string {
  return `${Buffer.byteLength(text).toString(16)} ${crc32(text).toString(16)} ${text}\n`;
}

/** Takes a journal file apart, in order. Damage in the middle hides no line after it. */
export function* unframe(file: Buffer): Iterable<Piece> {
  for (let from = 0; from < file.length; ) {
    const end = file.indexOf(newline, from);
    if (end === -1) return yield { kind: 'torn' };
    const bytes = file.subarray(from, end);
    const text = check(bytes);
    yield text === undefined ? { kind: 'damaged', bytes } : { kind: 'line', text };
    from = end + 1;
  }
}

function check(bytes: Buffer): string | undefined {
  const head = /^([0-9a-f]{1,8}) ([0-9a-f]{1,8}) /.exec(bytes.toString('latin1', 0, 20));
  if (head === null) return undefined;
  const [{ length }, size = '', sum = ''] = head;
  const text = bytes.subarray(length);
  const whole = text.length === Number.parseInt(size, 16) && crc32(text) === Number.parseInt(sum, 16);
  return whole ? text.toString() : undefined;
}

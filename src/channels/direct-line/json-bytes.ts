/**
 * Something as JSON, in memory of its own: what is kept for long must not be a slice of the blocks of 64 KB that Node shares
 * out, for the smallest slice keeps its whole block.
 */
export function jsonBytes(value: object): Buffer {
  const text = JSON.stringify(value);
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

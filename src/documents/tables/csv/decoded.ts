/**
 * The text of a file as people's programs save it: UTF-8, UTF-16, or else Windows-1252, in which older spreadsheets save western
 * languages and no byte is wrong. A mark at its beginning (BOM) decides, and is left out.
 */
export function decoded(bytes: Uint8Array): string {
  const wide = wideAs(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 by its mark, or by the empty halves of two plain letters. */
function wideAs([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first && third && second === 0 && fourth === 0) return 'utf-16le';
  return second && fourth && first === 0 && third === 0 ? 'utf-16be' : undefined;
}

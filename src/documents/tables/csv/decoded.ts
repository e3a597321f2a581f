/**
 * The text of a file as people's programs save it: UTF-8, UTF-16, or else the old signs of Windows (1252) or of the Macintosh, in which
 * spreadsheets still save western languages. A mark at its beginning (BOM) decides, and is left out. What cannot be read for
 * sure is U+FFFD, for whoever reads on to refuse at its place.
 */
export function decoded(bytes: Uint8Array): string {
  const wide = wideAs(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    // UTF-8 that was cut or mixed stays UTF-8; old signs make such pairs only now and then.
    const isMixed = count(text, /[^\0-\x7f\ufffd]/g) > count(text, /\ufffd/g);
    return isMixed ? text : oldSigns(bytes);
  }
}

/** The sign that stands for what could not be decoded. */
export const isSpoilt = (text: string): boolean => text.includes('\ufffd');

/** UTF-16 by its mark, or by the empty halves of plain letters. */
function wideAs(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 512);
  const empty = [0, 1].map((half) => start.filter((byte, at) => at % 2 === half && byte === 0).length);
  const [even = 0, odd = 0] = empty;
  if (odd * 4 > start.length && even === 0) return 'utf-16le';
  return even * 4 > start.length && odd === 0 ? 'utf-16be' : undefined;
}

/** The one of both in which more of the signs are those of western texts. */
function oldSigns(bytes: Uint8Array): string {
  const [windows, macintosh] = ['windows-1252', 'macintosh'].map((label) =>
    new TextDecoder(label).decode(bytes),
  );
  const [ours, theirs] = [windows ?? '', macintosh ?? ''];
  return count(theirs, usual) > count(ours, usual) ? theirs : ours;
}

const usual = /[éèêëàâäçùûüîïôöœæÉÈÊÀÂÇÙÎÔŒñáíóúß’‘“”«»…–—€°\u00a0]/g;

const count = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

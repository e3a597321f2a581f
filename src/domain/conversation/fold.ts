/** The longest text that is folded, in UTF-16 units; what follows is left out. */
export const longestFolded = 2000;

/**
 * What was typed, in the form in which it is compared: lower case, no accents, straight apostrophes, single plain
 * spaces, no quotation marks, no leading slash, no final punctuation. A text that is only punctuation keeps one mark.
 * Pure, linear, idempotent; at most `longestFolded` units.
 */
export function fold(text: string): string {
  const bare = spaced(plain(text.slice(0, longestFolded)).replace(/[«»“”„"]/g, ' '));
  return ended(begun(spaced(bare.slice(0, longestFolded))));
}

/** Letters without case, accents, ligatures or invisible signs. The acute sign alone would come apart as a space. */
function plain(text: string): string {
  const letters = text
    .replaceAll('\u00b4', "'")
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase();
  return letters
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\u2018\u2019\u02bc\u2032`]/g, "'")
    .replace(/[œæß]/g, (ligature) => ligatures[ligature] ?? ligature);
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

const spaced = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

function begun(text: string): string {
  let start = 0;
  while (text[start] === '/' || text[start] === ' ') start++;
  return text.slice(start);
}

/** Walks back from the end: an expression anchored there would be quadratic on long runs of dots. */
function ended(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:!?'.includes(text.charAt(end - 1))) end--;
  if (end > 0) return text.slice(0, end);
  return text.includes('?') ? '?' : text.slice(0, 1);
}

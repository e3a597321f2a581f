/** The longest reply that is looked into, in characters; only a text may be longer. */
export const longestReply = 1000;

/**
 * A reply as the reader sees it: lower case, no accents, apostrophes and hyphens within words as spaces, typographic
 * signs as plain ones, no inclusive endings ("élu·e", "élu(e)"), letters held ("ouiii") once, a line's end and a dash
 * between words as ";". The caller bounds its length.
 */
export function normalise(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[·‧∙](?:\p{L}{1,6})?/gu, '')
    .replace(/\((?:e|s|es|ne|ve|fe|ere|trice)\)/g, '')
    .replace(/['‘’‛ʼ`´′]/g, ' ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/⁄/g, '/')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/([^\d\s]\s)-(?=\s)|(\d\s)-(?=\s[^\d\s])/gu, '$1$2;')
    .replace(/[\r\n\u2028\u2029]+/g, ' ; ')
    .trim();
}

/** Accents, variation selectors, keycaps, skin tones; control, format and direction characters; lone surrogates. */
const invisible = /\p{M}|\p{Cf}|\p{Emoji_Modifier}|\ufffd|[^\P{Cc}\s]/gu;

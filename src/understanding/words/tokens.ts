import { articles, numerals } from './numerals.ts';
import { spelledOut } from './short-forms.ts';

/** A word, a number (in digits or in one word), an ordinal in digits ("2e", "3rd") or any other sign. */
export interface Token {
  readonly kind: 'word' | 'number' | 'ordinal' | 'mark';
  /** As written, normalised. */
  readonly text: string;
  /** What a number or an ordinal says. */
  readonly value?: number;
  /** Nothing stands between it and the one before. */
  readonly glued: boolean;
}

/** The tokens of a text, in linear time. "un", "une" and "one" stay words: they are articles as often as numbers. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of normalise(text).matchAll(pattern)) {
    tokens.push(token(match, end === match.index && end > 0));
    end = match.index + match[0].length;
  }
  return tokens;
}

/** Signs that only punctuate: a reply says the same without them. */
export function isSilent({ kind, text }: Token): boolean {
  return kind === 'mark' && silent.test(text);
}

/** What stands between the tokens that part a reply, such as "ou" or a comma; the whole where there are none. */
export function split(
  tokens: readonly Token[],
  parts: (token: Token) => boolean,
): readonly (readonly Token[])[] {
  const cuts = tokens.flatMap((token, at) => (parts(token) ? at : []));
  return [-1, ...cuts].map((cut, i) => tokens.slice(cut + 1, cuts[i]));
}

const silent = /^[.,;:!?…()[\]{}"«»“”„*_~]$/u;

const pattern = /(\d+)(?:(ere?|re|i?eme|e|nde?|st|rd|th)(?![\p{L}\d]))?|\p{L}+|\S/gu;

function token([written, digits, ordinal]: RegExpExecArray, glued: boolean): Token {
  const text = spelledOut.get(written) ?? written;
  if (digits !== undefined) {
    return { kind: ordinal === undefined ? 'number' : 'ordinal', text, value: Number(digits), glued };
  }
  const numeral = numerals.get(text);
  if (numeral !== undefined && !articles.has(text))
    return { kind: 'number', text, value: numeral.value, glued };
  return { kind: /^\p{L}/u.test(text) ? 'word' : 'mark', text, glued };
}

/**
 * A reply as the reader sees it: lower case, no accents, apostrophes and hyphens within words as spaces, typographic
 * signs as plain ones, no inclusive endings ("élu·e", "élu(e)"), letters held ("ouiii") once, a line's end and a dash
 * between words as ";". The caller bounds its length.
 */
function normalise(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[·‧∙](?:\p{L}{1,6})?/gu, '')
    .replace(/\((?:e|s|es|ne|ve|fe|ere|trice)\)/g, '')
    .replace(grouped, (number) => number.replace(/\s/g, ''))
    .replace(/['‘’‛ʼ`´′]/g, ' ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/⁄/g, '/')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/([^\d\s]\s)-(?=\s)|(\d\s)-(?=\s[^\d\s])/gu, '$1$2;')
    .replace(/[\r\n\u2028\u2029]+/g, ' ; ')
    .trim();
}

/** Thousands with spaces between them: "1 200". NFKD has made every no-break space a plain one. */
const grouped = /(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?![.,]?\d)/g;

/** Accents, variation selectors, keycaps, skin tones; control, format and direction characters; lone surrogates. */
const invisible = /\p{M}|\p{Cf}|\p{Emoji_Modifier}|\ufffd|[^\P{Cc}\s]/gu;

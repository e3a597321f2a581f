import { articles, numerals } from '../numbers/numerals.ts';
import { normalise } from './normalise.ts';

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

const silent = /^[.,;:!?…()[\]{}"«»“”„*_~]$/u;

const pattern = /(\d+)(?:(ere?|re|i?eme|e|nde?|st|rd|th)(?![\p{L}\d]))?|\p{L}+|\S/gu;

function token([text, digits, ordinal]: RegExpExecArray, glued: boolean): Token {
  if (digits !== undefined) {
    return { kind: ordinal === undefined ? 'number' : 'ordinal', text, value: Number(digits), glued };
  }
  const numeral = numerals.get(text);
  if (numeral !== undefined && !articles.has(text))
    return { kind: 'number', text, value: numeral.value, glued };
  return { kind: /^\p{L}/u.test(text) ? 'word' : 'mark', text, glued };
}

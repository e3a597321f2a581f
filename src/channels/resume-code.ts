import { randomInt } from 'node:crypto';

/**
 * No two that look alike when they are copied by hand: of B and 8, G and 6, S and 5, U and V, VV and W, Z and 2 there is one, of
 * I, L, 1 and of O, Q, 0 none.
 */
const letters = 'ACDEFHJKMNPRTVXY23456789';

/** Groups, and letters in each: over 68 bits, which nobody finds by trying. */
const [groups, inEach] = [3, 5];

/** A resume code such as `KTM4P-7RTX2-9HJKD`, one of its letters a figure at least. */
export function newResumeCode(): string {
  const group = () => Array.from({ length: inEach }, () => letters[randomInt(letters.length)]).join('');
  const code = Array.from({ length: groups }, group).join('-');
  // By its figure it is known from words, however it is typed.
  return /\d/.test(code) ? code : newResumeCode();
}

/** A resume code, as it is written. */
export interface TypedCode {
  readonly code: string;
  /** Of those given out before, eight letters long (39 bits): somebody could find one by trying. */
  readonly isShort: boolean;
}

/** The resume code in what was typed; nothing when it does not look like one. */
export function resumeCodeIn(text: string): TypedCode | undefined {
  if (text.length > 40) return undefined;
  const upper = text.trim().toUpperCase();
  const code = asOfNow(upper);
  if (code !== undefined) return { code, isShort: false };
  const before = asBefore(text.trim());
  return before === undefined ? undefined : { code: before, isShort: true };
}

/** Whether a code is as those that are given out now. */
export const isOfNow = (code: string): boolean => asOfNow(code) === code;

/** Three groups, whatever stands between them; a letter that no code has is taken for the one it looks like. */
function asOfNow(text: string): string | undefined {
  const its = /^(\w{5})[\s\p{Pd}.]*(\w{5})[\s\p{Pd}.]*(\w{5})$/u.exec(text);
  if (its === null || !/\d|\p{Pd}/u.test(text)) return undefined;
  const code = its
    .slice(1)
    .join('-')
    .replace(/[BGSUZ]/g, (letter) => alike[letter] ?? letter);
  return [...code].every((letter) => letter === '-' || letters.includes(letter)) ? code : undefined;
}

const alike: Readonly<Record<string, string>> = { B: '8', G: '6', S: '5', U: 'V', Z: '2' };

const lettersBefore = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Two groups of four. Words are no code: nor is a length of time ("dans 3 ans"), nor "peut-être". */
function asBefore(text: string): string | undefined {
  const its = /^(\w{4})[\s\p{Pd}]*(\w{4})$/u.exec(text.toUpperCase());
  if (its === null || phrases.test(text)) return undefined;
  const [, first = '', second = ''] = its;
  if (![...first, ...second].every((letter) => lettersBefore.includes(letter))) return undefined;
  // Without a figure it is known by its hyphen, in capitals as it was written.
  const isWritten = /\p{Pd}/u.test(text) && text === text.toUpperCase();
  return /\d/.test(text) || isWritten ? `${first}-${second}` : undefined;
}

/** What people type in eight letters of those that codes have. */
const phrases = /^(?:(?:dans|sous|vers|avec|pour|entre|under|past|next)\s?\d|peut[\s\p{Pd}]?etre$)/iu;

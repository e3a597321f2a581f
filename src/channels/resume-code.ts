import { randomInt } from 'node:crypto';
import { copiedCodes } from '#domain/entry/copied-code.ts';

/** Over 68 bits, which nobody finds by trying. */
const codes = copiedCodes({ groups: 3, inEach: 5 });

/** A resume code such as `KTM4P-7RTX2-9HJKD`, one of its letters a figure at least. */
export const newResumeCode = (): string => codes.draw(randomInt);

/** A resume code, as it is written. */
export interface TypedCode {
  readonly code: string;
  /** Of those given out before, eight letters long (39 bits): somebody could find one by trying. */
  readonly isShort: boolean;
}

/** The resume code in what was typed; nothing when it does not look like one. */
export function resumeCodeIn(text: string): TypedCode | undefined {
  if (text.length > 40) return undefined;
  const code = asOfNow(text);
  if (code !== undefined) return { code, isShort: false };
  const before = asBefore(text.trim());
  return before === undefined ? undefined : { code: before, isShort: true };
}

/** Whether a code is as those that are given out now. */
export const isOfNow = (code: string): boolean => asOfNow(code) === code;

/** Letters alone may be words. */
const asOfNow = (text: string): string | undefined =>
  /\d|\p{Pd}/u.test(text) ? codes.read(text) : undefined;

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

import { copiedCodes } from './copied-code.ts';

/** Codes that let somebody in once: over 45 bits, and whoever tries many waits. */
const codes = copiedCodes({ groups: 2, inEach: 5 });

/** A new one, such as `KTM4P-7RTX2`. */
export const drawEntryCode = codes.draw;

/** What was typed, as an entry code is written; nothing when it does not look like one. */
export const entryCodeIn = codes.read;

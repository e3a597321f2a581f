/**
 * A text as it may stand in a cell of a spreadsheet: one that a program would take for a formula, or whose first sign it
 * would swallow, begins with an apostrophe. Blanks before the sign and signs of full width count too. A text that only looks
 * guarded gets one more apostrophe, so that taking one away always brings the text back.
 */
export const guarded = (text: string): string => (risky.test(text) ? `'${text}` : text);

/** The text that was guarded. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && risky.test(cell.slice(1)) ? cell.slice(1) : cell;

/** What people and programs write for a minus: dashes of any length, and the wide signs of other scripts. */
export const minus = /[\u2212\u2013\u2014\u2010\u2011\ufe63\uff0d]/g;

const risky = /^'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

/**
 * A cell as it was meant: without the signs of no width that come along when it is copied from a page, for a code would no longer be the
 * same; its accents in one sign with their letters, as most keyboards write them.
 */
export const visible = (cell: string): string =>
  cell.replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '').normalize('NFC');

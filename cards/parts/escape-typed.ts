/**
 * What somebody typed, made safe for a text run: the date and time macros of Adaptive Cards stay text, and marks that
 * turn the direction of writing end with it. A person reads exactly what was typed; text runs know no Markdown.
 */
export function escapeTyped(text: string): string {
  const inert = text.replace(/\{(?=\{)/g, `{${joiner}`);
  return /[\u202a-\u202e\u2066-\u2069]/.test(inert)
    ? `${isolate}${inert}${'\u2069'.repeat(openings(inert) + 1)}`
    : inert;
}

/** Takes no room and breaks no line. */
const joiner = '\u2060';
const isolate = '\u2068';

const openings = (text: string): number => text.match(/[\u2066-\u2068]/g)?.length ?? 0;

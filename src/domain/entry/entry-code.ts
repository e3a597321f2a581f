/**
 * Letters and figures of a code that lets somebody in once: no two that look alike when they are copied by hand, nor are taken
 * for another when read aloud.
 */
export const entryLetters = 'ACDEFHJKMNPRTVXY23456789';

/** Groups, and letters in each: over 45 bits, and whoever tries many waits. */
export const entryGroups = { groups: 2, inEach: 5 } as const;

/** What was typed, as an entry code is written (`KTM4P-7RTX2`); nothing when it does not look like one. */
export function entryCodeIn(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const its = /^(\w{5})[\s\p{Pd}.]*(\w{5})$/u.exec(text.trim().toUpperCase());
  if (its === null) return undefined;
  const code = its
    .slice(1)
    .join('-')
    .replace(/[BGSUZ]/g, (letter) => alike[letter] ?? letter);
  return [...code].every((letter) => letter === '-' || entryLetters.includes(letter)) ? code : undefined;
}

/** A letter that no code has is taken for the one it looks like. */
const alike: Readonly<Record<string, string>> = { B: '8', G: '6', S: '5', U: 'V', Z: '2' };

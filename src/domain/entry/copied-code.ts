/**
 * Letters and figures of codes that are copied by hand and read aloud, no two of which look alike: of B and 8, G and 6, S and 5, U and V,
 * VV and W, Z and 2 there is one, of I, L, 1 and of O, Q, 0 none.
 */
const letters = 'ACDEFHJKMNPRTVXY23456789';

/** Groups, and letters in each. */
interface Size {
  readonly groups: number;
  readonly inEach: number;
}

/** Draws a whole number below its bound. */
type Draw = (bound: number) => number;

/** Groups of letters, with a hyphen between. */
export const drawGroups = ({ groups, inEach }: Size, at: Draw): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: inEach }, () => letters[at(letters.length)] ?? '').join(''),
  ).join('-');

interface CopiedCodes {
  /** A new one, with a figure at least: by it, it is known from words, however it is typed. */
  draw(at: Draw): string;
  /** What was typed, as it is written, whatever stands between its groups; nothing when it does not look like one. */
  read(text: string): string | undefined;
}

/** Codes of a size, such as `KTM4P-7RTX2`. */
export function copiedCodes(size: Size): CopiedCodes {
  const form = Array.from({ length: size.groups }, () => `(\\w{${size.inEach}})`);
  const typed = new RegExp(`^${form.join('[\\s\\p{Pd}.]*')}$`, 'u');
  const draw = (at: Draw): string => {
    const code = drawGroups(size, at);
    return /\d/.test(code) ? code : draw(at);
  };
  return {
    draw,
    read(text) {
      if (text.length > 40) return undefined;
      const its = typed.exec(text.trim().toUpperCase());
      if (its === null) return undefined;
      const code = its
        .slice(1)
        .join('-')
        .replace(/[BGSUZ]/g, (letter) => alike[letter] ?? letter);
      return [...code].every((letter) => letter === '-' || letters.includes(letter)) ? code : undefined;
    },
  };
}

/** A letter that no code has is taken for the one it looks like. */
const alike: Readonly<Record<string, string>> = { B: '8', G: '6', S: '5', U: 'V', Z: '2' };

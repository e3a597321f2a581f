/**
 * A text as it is kept: line ends as one, whole characters, and none that turns what is read after it around or shows nothing,
 * but for what joins emoji.
 */
export const manyLines = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '')
    .trim();

/** Control and format characters but line ends and what joins emoji; and what stands for a lone surrogate. */
const unprintable = /[^\P{Cc}\n]|[^\P{Cf}\u200c\u200d]|\ufffd/gu;

/** Paragraphs of plain words, one a line; what is not said leaves no line. */
export function lines(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n');
}

/** Choices as they are said where no card is shown: one a line, numbered from 1. */
export function numbered(choices: readonly { readonly title: string }[]): string {
  return choices.map(({ title }, i) => `${i + 1}. ${title}`).join('\n');
}

/** The beginning of a text, at most so many characters, ended by "…" when something is left out. */
export function shorten(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

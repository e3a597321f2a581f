/** Paragraphs of plain words, one a line; what is not said leaves no line. */
export function lines(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n');
}

/** Choices as they are said where no card is shown: one a line, numbered from 1. */
export function numbered(choices: readonly { readonly title: string }[]): string {
  return choices.map(({ title }, i) => `${i + 1}. ${title}`).join('\n');
}

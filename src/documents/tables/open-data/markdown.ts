/** A text as it reads in Markdown: no sign of it is markup, no line breaks, no HTML. */
export const plainly = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');

/** Paragraphs, headings and lists, one after the other. */
export const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

export const listing = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const lost = /[\uE000-\uF8FF]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * The little Markdown that cards use: **bold**, _italics_, lists with "- ", line breaks, and backslash escapes.
 * Links and pictures are left as text, since a card may quote what somebody typed.
 */
export function plainMarkdown(text: string): string {
  const kept: string[] = [];
  const keep = (literal: string) => String.fromCharCode(0xe000 + kept.push(literal) - 1);
  return text
    .replace(lost, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>~|&])/g, (_, literal: string) =>
      kept.length < 6000 ? keep(literal) : literal,
    )
    .replace(/[&<>"]/g, escaped)
    .replace(/\*\*(\S(?:[^*\n]*[^*\s])?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(«“])_(\S(?:[^_\n]*[^_\s])?)_(?=$|[\s).,;:!?»”])/g, '$1<em>$2</em>')
    .replace(/^[-*] /gm, '• ')
    .replace(/\r?\n/g, '<br>')
    .replace(lost, (mark) => (kept[mark.charCodeAt(0) - 0xe000] ?? '').replace(/[&<>"]/g, escaped));
}

const escaped = (character: string) => entities[character] ?? '';

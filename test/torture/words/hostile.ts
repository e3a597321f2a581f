/** Texts that would come alive where markup, Markdown, mentions or formulas are read; each bears a word of its own. */
export const hostile: readonly [string, ...string[]] = [
  '<img src=x onerror=kanari1>',
  '</script><script>kanari2</script>',
  '" onmouseover="kanari3" x="',
  '[kanari4](https://evil.example/)',
  '![kanari5](https://evil.example/p.png)',
  '<at>kanari6</at> @all',
  '=HYPERLINK("https://evil.example/","kanari7")',
  '+1+kanari8',
  '-2+kanari9',
  '@SUM(kanari10)',
  '\t=kanari11',
  '**kanari12** _vite_ # titre',
  '<a href="https://evil.example/">kanari13</a>',
  '&lt;b&gt;kanari14&lt;/b&gt;',
];

/** The words by which they are found again. */
export const canary = /kanari\d/;

/** What is alive in a page: markup of theirs that was not made harmless. */
export function aliveInHtml(page: string): readonly string[] {
  return found(page, [
    /<img[^>]*onerror[^>]*>/i,
    /<script[^>]*>\s*kanari/i,
    /<[^>]*\sonmouseover="/i,
    /(?:href|src|action)\s*=\s*["']?https?:\/\/evil/i,
    /<at>/i,
    /<b>kanari/i,
  ]);
}

/** What is alive in a card or a message: texts that are read as Markdown are looked at, runs are not read so. */
export function aliveInActivity(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(aliveInActivity);
  if (typeof value !== 'object' || value === null) return [];
  const plain =
    ('type' in value && value.type === 'TextRun') || ('textFormat' in value && value.textFormat === 'plain');
  return Object.entries(value).flatMap(([key, its]) => {
    if (typeof its !== 'string') return aliveInActivity(its);
    if (its.startsWith('https://evil')) return [its];
    if (plain || !markdown.has(key)) return [];
    // In the plain words that go beside a card, stars are stars.
    const bold = 'type' in value && value.type === 'TextBlock' ? [/(?<!\\)\*\*kanari/] : [];
    return found(its, [/(?<!\\)\[[^\]]*(?<!\\)\]\(https?:/, /<at>/i, ...bold]);
  });
}

/** Where cards and messages are read as Markdown. */
const markdown: ReadonlySet<string> = new Set([
  'text',
  'title',
  'label',
  'value',
  'placeholder',
  'fallbackText',
]);

/** Cells that a spreadsheet would work out. */
export const aliveCells = (cells: readonly unknown[]): readonly string[] =>
  cells.filter(
    (cell): cell is string =>
      typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) && !/^[-+]?[\d.,\s%\u202f]+$/.test(cell),
  );

const found = (text: string, signs: readonly RegExp[]): readonly string[] =>
  signs.flatMap((sign) => {
    const at = text.search(sign);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 80)];
  });

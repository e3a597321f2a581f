/**
 * Text that is shown as it is where Markdown is drawn, by any of the hosts' readings of it: no link, emphasis, picture,
 * list, mark-up or macro comes of what a facilitator or a participant wrote. Escapes by backslash are no way: Teams on
 * phones shows them. So a mark that takes no room stands within what would be read, and signs of emphasis give way to
 * signs that look the same.
 */
export function inert(text: string): string {
  if (!maybeRead.test(text)) return escapeTyped(text);
  return escapeTyped(text.replace(read, (sign) => alike[sign] ?? `${sign}${joiner}`));
}

/** Text for where Markdown may be drawn or not, by the host: a link stays the text that it is. */
export const unlinked = (text: string): string => text.replace(/\](?=[([:])|<(?=[a-z/!?])/gi, `$&${joiner}`);

/**
 * What somebody typed, made safe for a text run: the date and time macros of Adaptive Cards stay text, and marks that
 * turn the direction of writing end with it. A person reads exactly what was typed; text runs know no Markdown.
 */
export function escapeTyped(text: string): string {
  const calm = text.replace(/\{(?=\{)/g, `{${joiner}`);
  return /[\u202a-\u202e\u2066-\u2069]/.test(calm)
    ? `${isolate}${calm}${'\u2069'.repeat(openings(calm) + 1)}`
    : calm;
}

/** Takes no room and breaks no line. */
const joiner = '\u2060';
const isolate = '\u2068';

/** What begins something in Markdown (CommonMark, and the addresses that hosts find by themselves), after which a joiner stands. */
const read = new RegExp(
  [
    /[*_`~]/u, // emphasis, code, strike-through
    /\\(?=[!-/:-@[-`{-~])/u, // an escape
    /&(?=[#a-z])/u, // a character by its name
    /<(?=[a-z/!?])/u, // mark-up, mentions, addresses in angle brackets
    /\](?=[([:])/u, // links and pictures
    /:(?=\/\/)|(?<=[\p{L}\p{N}])\.(?=\p{L}{2})|(?=@[\p{L}\p{N}])/u, // addresses of pages and people
    /^(?=[ \t]*(?:[#>|=:]|[-+](?:[\s+-]|$)|\d{1,9}[.)](?:\s|$)))/u, // headings, quotes, tables, lists
    /^(?=[ \t])/u, // code by its indentation
  ]
    .map(({ source }) => source)
    .join('|'),
  'gimu',
);

/** A cheap look: most texts hold nothing of it. */
const maybeRead = /[*_`~\\&<\]@]|:\/\/|\.\S|^(?:[ \t#>|=:+-]|\d{1,9}[.)])/m;

const alike: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '`': 'ˋ', '~': '∼' };

const openings = (text: string): number => text.match(/[\u2066-\u2068]/g)?.length ?? 0;

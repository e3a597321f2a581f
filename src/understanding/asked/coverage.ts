import { isSilent, type Token, tokenise } from '../words/tokens.ts';
import { stem, units } from '../words/units.ts';

/** Words that may stand between two of a phrase: "qui [donc] lit [toutes] mes réponses". */
const widestGap = 2;

interface Coverage {
  readonly words: number;
  readonly beside: number;
  /** Something beside them is denied. */
  readonly denied: boolean;
}

/** How many words of a phrase stand in a text, in its order, and how many words of meaning stand beside; nothing unless all do. */
export function coverage(tokens: readonly Token[], phrase: string): Coverage | undefined {
  const wanted = phraseOf(phrase);
  const { keys, all } = keysOf(tokens);
  if (!wanted.every((word) => all.has(word))) return undefined;
  for (let start = 0; start < tokens.length; start++) {
    const used = follow(keys, wanted, start);
    if (used === undefined) continue;
    const rest = tokens.filter((_, at) => !used.has(at));
    const others = units(rest).filter(({ head }) => head === '' || /^\p{L}{2}/u.test(head));
    const denied = others.some(({ degree }) => degree.denied !== undefined);
    return { words: used.size, beside: others.length, denied };
  }
  return undefined;
}

/** The places of a phrase's words from `start` on; a sign between them ends the search. */
function follow(
  keys: readonly string[],
  wanted: readonly string[],
  start: number,
): ReadonlySet<number> | undefined {
  const used = new Set<number>();
  let at = start;
  for (const [index, word] of wanted.entries()) {
    const last = index === 0 ? start : at + widestGap;
    while (at <= last && at < keys.length && keys[at] !== word) at++;
    if (at > last || at >= keys.length) return undefined;
    used.add(at);
    at++;
  }
  return used;
}

/** The words of a text as they are compared; each phrase is looked for in the same text. */
function keysOf(tokens: readonly Token[]): Keys {
  const known = texts.get(tokens);
  if (known !== undefined) return known;
  const keys = tokens.map((token) => (isSilent(token) ? '' : stem(token.text)));
  const read = { keys, all: new Set(keys) };
  texts.set(tokens, read);
  return read;
}

interface Keys {
  readonly keys: readonly string[];
  readonly all: ReadonlySet<string>;
}

const texts = new WeakMap<readonly Token[], Keys>();

const phrases = new Map<string, readonly string[]>();

/** Phrases are those of the catalogue: a bounded number, read once. */
function phraseOf(phrase: string): readonly string[] {
  const known = phrases.get(phrase);
  if (known !== undefined) return known;
  const words = tokenise(phrase).map(({ text }) => stem(text));
  phrases.set(phrase, words);
  return words;
}

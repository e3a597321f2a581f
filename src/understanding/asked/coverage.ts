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

/** A phrase that stands in a text, with what it means. */
export interface Covered<T> extends Coverage {
  readonly of: T;
}

/** Finds which of many phrases stand in a text. */
export function coverages<T>(
  entries: Iterable<readonly [phrase: string, of: T]>,
): (tokens: readonly Token[]) => readonly Covered<T>[] {
  const likely = phraseIndex(entries);
  return (tokens) => {
    const keys = keysOf(tokens);
    return likely(keys).flatMap(({ wanted, of }) => {
      const found = coverage(tokens, keys, wanted);
      return found === undefined ? [] : { ...found, of };
    });
  };
}

/** A phrase as its words are compared, and what it means. */
interface Indexed<T> {
  readonly wanted: readonly string[];
  readonly of: T;
}

/**
 * The phrases that may stand in a text: those whose longest word it has. A reply has few words, and hundreds of phrases wait
 * for it.
 */
export function phraseIndex<T>(
  entries: Iterable<readonly [phrase: string, of: T]>,
): (keys: readonly string[]) => readonly Indexed<T>[] {
  const byWord = new Map<string, Indexed<T>[]>();
  for (const [phrase, of] of entries) {
    const wanted = keysOfPhrase(phrase);
    const longest = wanted.reduce((one, other) => (other.length > one.length ? other : one), '');
    const known = byWord.get(longest) ?? [];
    known.push({ wanted, of });
    byWord.set(longest, known);
  }
  return (keys) => [...new Set(keys)].flatMap((word) => byWord.get(word) ?? []);
}

/** How many words of a phrase stand in a text, in its order, and how many words of meaning stand beside; nothing unless all do. */
function coverage(
  tokens: readonly Token[],
  keys: readonly string[],
  wanted: readonly string[],
): Coverage | undefined {
  const [used] = occurrences(keys, wanted);
  if (used === undefined) return undefined;
  const rest = tokens.filter((_, at) => !used.has(at));
  const others = units(rest).filter(({ head }) => head === '' || /^\p{L}{2}/u.test(head));
  return {
    words: used.size,
    beside: others.length,
    denied: others.some(({ degree }) => degree.denied !== undefined),
  };
}

/** The places of a phrase's words, wherever it stands in a text. */
export const occurrences = (
  keys: readonly string[],
  wanted: readonly string[],
): readonly ReadonlySet<number>[] =>
  keys.flatMap((key, start) => (key === wanted[0] ? (follow(keys, wanted, start) ?? []) : []));

/** The places of a phrase's words from `start` on, each a few words after the one before. */
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

/** The words of a text as they are compared; a sign is none. */
export const keysOf = (tokens: readonly Token[]): readonly string[] =>
  tokens.map((token) => (isSilent(token) ? '' : stem(token.text)));

export const keysOfPhrase = (phrase: string): readonly string[] =>
  tokenise(phrase).map(({ text }) => stem(text));

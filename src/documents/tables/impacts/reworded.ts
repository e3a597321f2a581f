import { fold } from '#domain/conversation/fold.ts';

/**
 * What is meant by a title that was worded otherwise when the table was made: the one whose title shares at least half of its words
 * with it, if there is no other.
 */
export function reworded(title: string, titles: ReadonlyMap<string, string>): string | undefined {
  const words = wordsOf(title);
  if (words.size < fewest) return undefined;
  const alike = [...titles].flatMap(([known, id]) => {
    const theirs = wordsOf(known);
    const shared = [...theirs].filter((word) => words.has(word)).length;
    return shared * 2 >= Math.max(words.size, theirs.size) ? [id] : [];
  });
  const [only, ...others] = new Set(alike);
  return others.length === 0 ? only : undefined;
}

/** Of fewer words nobody can tell. */
const fewest = 3;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );

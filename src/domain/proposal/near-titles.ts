import { fold } from '../conversation/fold.ts';

/**
 * Ids of what is likely the same by its title, the nearest first: at least two words in common, and two thirds of those of the
 * shorter title. Accents, endings of plurals and words of fewer than four letters count for nothing. It is asked about, never decided on.
 * What is known is read once, however many titles are asked about.
 */
export function nearTitles(known: ReadonlyMap<string, string>): (title: string) => readonly string[] {
  const others = [...known].map(([id, title]) => ({ id, words: wordsOf(title) }));
  return (title) => {
    const asked = wordsOf(title);
    return others
      .map(({ id, words }) => ({ id, overlap: overlapOf(asked, words) }))
      .filter(({ overlap }) => overlap >= least)
      .toSorted((a, b) => b.overlap - a.overlap)
      .map(({ id }) => id);
  };
}

const least = 2 / 3;
const [fewest, shortest] = [2, 4];

/** The overlap coefficient, 0..1; 0 where too few words are shared to tell. */
function overlapOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared < fewest ? 0 : shared / Math.min(one.size, other.size);
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= shortest)
      .map((word) => word.replace(/[sx]$/, '')),
  );

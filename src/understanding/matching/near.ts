/** The shortest word in which a slip of the finger is forgiven: shorter words are too close to one another. */
const shortest = 7;

/** The one known word that a word is a slip of the finger away from (a letter too many, too few, wrong or swapped). */
export function near(word: string, known: Iterable<string>): string | undefined {
  if (word.length < shortest) return undefined;
  const close = new Set([...known].filter((other) => other.length >= shortest && isSlip(word, other)));
  return close.size === 1 ? [...close][0] : undefined;
}

/** The first letter counts: "moral" and "amoral" are no slip. */
function isSlip(one: string, other: string): boolean {
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const tail = (word: string, from: number) => word.slice(from);
  const swapped = one[at] === other[at + 1] && one[at + 1] === other[at];
  return (
    tail(one, at + 1) === tail(other, at + 1) ||
    tail(one, at + 1) === tail(other, at) ||
    tail(one, at) === tail(other, at + 1) ||
    (swapped && tail(one, at + 2) === tail(other, at + 2))
  );
}

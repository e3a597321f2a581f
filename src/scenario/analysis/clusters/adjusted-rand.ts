/** Adjusted Rand index of two groupings of the same people (Hubert and Arabie 1985): 1 the same, about 0 by chance. */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const both = new Map<string, number>();
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    count(both, `${x} ${y}`);
    count(left, x);
    count(right, y);
  }
  const together = pairsIn(both.values());
  const [alone, other] = [pairsIn(left.values()), pairsIn(right.values())];
  const expected = (alone * other) / Math.max(1, pairs(a.length));
  const most = (alone + other) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const pairs = (n: number) => (n * (n - 1)) / 2;
const pairsIn = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + pairs(n), 0);

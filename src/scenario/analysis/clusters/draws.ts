/** Numbers in 0..1, the same for the same seed (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` different numbers of 0..n-1, drawn without order; all of them, in order, when there are no more. */
export function sampleOf(n: number, count: number, draw: () => number): Int32Array {
  const all = Int32Array.from({ length: n }, (_, i) => i);
  if (n <= count) return all;
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(draw() * (n - i));
    const held = all[i] ?? 0;
    all[i] = all[j] ?? 0;
    all[j] = held;
  }
  return all.slice(0, count);
}

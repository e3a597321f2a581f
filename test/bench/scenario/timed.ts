/** The median of so many runs, in milliseconds. */
export function timed(again: number, run: (i: number) => void): number {
  const times = Array.from({ length: again }, (_, i) => {
    const from = performance.now();
    run(i);
    return performance.now() - from;
  });
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

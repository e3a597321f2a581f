/** The time of now, as ISO 8601 writes it (UTC, milliseconds); each turn asks for it ten times, and it is written once. */
export function createClock(now: () => number = Date.now): () => string {
  let [at, written] = [Number.NaN, ''];
  return () => {
    const ms = now();
    if (ms !== at) [at, written] = [ms, new Date(ms).toISOString()];
    return written;
  };
}

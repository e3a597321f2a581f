const first = 500;
const longest = 20_000;

/** How long to wait before the nth try in a row (from 0): doubling, capped, spread so that all do not return at once. */
export function backoff(attempt: number): number {
  const full = Math.min(longest, first * 2 ** Math.min(attempt, 10));
  return full / 2 + (Math.random() * full) / 2;
}

/** Waits; the device's network coming back, or the page coming into view, ends the wait. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const seen = () => document.visibilityState === 'visible' && done();
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      document.removeEventListener('visibilitychange', seen);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    document.addEventListener('visibilitychange', seen);
  });
}

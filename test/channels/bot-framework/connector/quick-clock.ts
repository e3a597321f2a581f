/** A clock that a wait puts forward, at once: noon, on 23 November 2026. What was waited for stands in `waits`. */
export function quickClock() {
  const began = Date.parse('2026-11-23T12:00:00Z');
  const clock = {
    time: began,
    waits: [] as number[],
    now: () => clock.time,
    /** Milliseconds since it was made. */
    passed: () => clock.time - began,
    wait: async (ms: number) => {
      clock.waits.push(ms);
      clock.time += ms;
    },
  };
  return clock;
}

import type { Clock } from '#jobs/clock.ts';

/** A clock that a test turns by hand. */
export interface HandClock extends Clock {
  /** Goes on by so many milliseconds; what was to be done by then is begun, in order. */
  turn(ms: number): void;
  /** Milliseconds until the next thing to do that waits longer than the gathering of changes. */
  next(): number | undefined;
}

export function handClock(start = Date.parse('2026-11-25T12:00:00.000Z')): HandClock {
  let at = start;
  let planned: { due: number; run: () => void }[] = [];
  return {
    now: () => at,
    after(ms, run) {
      const one = { due: at + ms, run };
      planned.push(one);
      return () => {
        planned = planned.filter((other) => other !== one);
      };
    },
    next: () => (planned.length === 0 ? undefined : Math.min(...planned.map(({ due }) => due)) - at),
    turn(ms) {
      const end = at + ms;
      for (;;) {
        const [first] = planned.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
        if (first === undefined) break;
        planned = planned.filter((other) => other !== first);
        at = Math.max(at, first.due);
        first.run();
      }
      at = end;
    },
  };
}

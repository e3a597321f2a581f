import { BoundedMap } from '#domain/in-memory/bounded-map.ts';

/** Wrong resume codes, by whoever tried them. */
export interface CodeGuesses {
  /** Seconds before a caller is listened to again; 0: now. */
  wait(caller: string): number;
  /** One more that led nowhere. */
  wrong(caller: string): void;
}

/** Wrong codes that a caller has free: a class behind one address mistypes a few. Fewer while many are tried from everywhere. */
const free = { usually: 20, pressed: 3 } as const;
/** Wrong codes from everywhere at once, and each second from then on, before it counts as many. */
const overall = { burst: 200, perSecond: 0.05 } as const;
/** The first pause and the longest one, in milliseconds; each doubles the one before. A caller silent for a day begins anew. */
const [first, longest, forgotten] = [60_000, 3_600_000, 86_400_000];

/**
 * Each caller past the free tries waits, and longer each time. What comes from everywhere makes nobody wait who has not
 * tried: it leaves each caller fewer free tries, so that many addresses together come no further, and whoever types a right
 * code for the first time is let in. `now` is in milliseconds.
 */
export function createCodeGuesses(now: () => number): CodeGuesses {
  const callers = new BoundedMap<{ readonly n: number; readonly at: number }>(10_000);
  let all: { readonly left: number; readonly at: number } = { left: overall.burst, at: now() };
  const left = () =>
    Math.min(overall.burst, all.left + (Math.max(0, now() - all.at) / 1000) * overall.perSecond);
  const triesOf = (caller: string) => {
    const known = callers.get(caller);
    return known === undefined || now() - known.at > forgotten ? { n: 0, at: 0 } : known;
  };
  return {
    wait(caller) {
      const { n, at } = triesOf(caller);
      const over = n - (left() < 1 ? free.pressed : free.usually);
      if (over < 0) return 0;
      return Math.max(0, Math.ceil((at + Math.min(longest, first * 2 ** over) - now()) / 1000));
    },
    wrong(caller) {
      callers.put(caller, { n: triesOf(caller).n + 1, at: now() });
      all = { left: Math.max(0, left() - 1), at: now() };
    },
  };
}

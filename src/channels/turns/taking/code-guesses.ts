import type { SharedMemory } from '#store/shared/shared-memory.ts';

/** Wrong codes, by whoever tried them; on whichever node, they count together. */
export interface CodeGuesses {
  /** Seconds before a caller is listened to again; 0: now. */
  wait(caller: string): Promise<number>;
  /** One more that led nowhere. */
  wrong(caller: string): Promise<void>;
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
 * code for the first time is let in. `kind`: which codes. `now` is in milliseconds.
 */
export function createCodeGuesses(
  kind: 'resume' | 'entry',
  memory: Pick<SharedMemory, 'read' | 'change'>,
  now: () => number,
): CodeGuesses {
  const [callers, everywhere] = [`guesses ${kind}`, `guesses ${kind} everywhere`];
  const left = (text: string | undefined) => {
    const [before = overall.burst, at = now()] = numbersIn(text);
    return Math.min(overall.burst, before + (Math.max(0, now() - at) / 1000) * overall.perSecond);
  };
  return {
    async wait(caller) {
      const [n = 0, at = 0] = numbersIn(await memory.read(callers, caller));
      if (n < free.pressed) return 0;
      const isPressed = left(await memory.read(everywhere, 'all')) < 1;
      const over = n - (isPressed ? free.pressed : free.usually);
      if (over < 0) return 0;
      return Math.max(0, Math.ceil((at + Math.min(longest, first * 2 ** over) - now()) / 1000));
    },
    async wrong(caller) {
      await memory.change(
        callers,
        caller,
        forgotten,
        (before) => `${(numbersIn(before)[0] ?? 0) + 1} ${now()}`,
      );
      const soonFull = (overall.burst / overall.perSecond) * 1000;
      await memory.change(
        everywhere,
        'all',
        soonFull,
        (before) => `${Math.max(0, left(before) - 1)} ${now()}`,
      );
    },
  };
}

const numbersIn = (text: string | undefined): readonly number[] => text?.split(' ').map(Number) ?? [];

/** One change of what stands under a name: for how many milliseconds it then stands, and what it becomes. */
export interface Step {
  readonly forMs: number;
  readonly next: (before: string | undefined) => string | undefined;
}

type Change<T> = (name: string, steps: readonly Step[]) => Promise<readonly T[]>;

interface Asked<T> {
  readonly step: Step;
  readonly outcome: PromiseWithResolvers<T>;
}

/**
 * Has the steps that are asked for under a name while others are on their way made together, by one change: a room full of people
 * behind one address would otherwise stand in its own way. `change` resolves to an outcome for each step, in order.
 */
export function together<T>(change: Change<T>): (name: string, step: Step) => Promise<T> {
  const waiting = new Map<string, Asked<T>[]>();
  const make = async (name: string) => {
    for (;;) {
      const all = waiting.get(name) ?? [];
      if (all.length === 0) break;
      waiting.set(name, []);
      try {
        const steps = all.map(({ step }) => step);
        const outcomes = await change(name, steps);
        outcomes.forEach((outcome, nth) => void all[nth]?.outcome.resolve(outcome));
      } catch (error) {
        for (const { outcome } of all) outcome.reject(error);
      }
    }
    waiting.delete(name);
  };
  return (name, step) => {
    const asked = { step, outcome: Promise.withResolvers<T>() };
    const others = waiting.get(name);
    if (others !== undefined) others.push(asked);
    else {
      waiting.set(name, [asked]);
      void make(name);
    }
    return asked.outcome.promise;
  };
}

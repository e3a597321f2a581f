import { type Horizon, horizons } from '#domain/participant/ballot.ts';

export interface HorizonFigures {
  /** Dated answers, "never" included. */
  readonly n: number;
  readonly q1: Horizon;
  readonly median: Horizon;
  readonly q3: Horizon;
}

/** Median and quartiles of dated answers, counted in the order of `horizons`: the first at which that share is reached. */
export function medianHorizon(counts: readonly number[]): HorizonFigures | undefined {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const at = (share: number): Horizon | undefined => {
    let reached = 0;
    return horizons.find((_, i) => {
      reached += counts[i] ?? 0;
      return reached >= share * n;
    });
  };
  const [q1, median, q3] = [at(0.25), at(0.5), at(0.75)];
  if (n === 0 || q1 === undefined || median === undefined || q3 === undefined) return undefined;
  return { n, q1, median, q3 };
}

import { type Horizon, horizons } from '#domain/participant/ballot.ts';
import { sum } from './sum.ts';

interface Quartiles<Place> {
  /** All that were counted. */
  readonly n: number;
  readonly q1: Place;
  readonly median: Place;
  readonly q3: Place;
}

/** Median and quartiles of counts over ordered places: the first place at which that share is reached; none of nobody. */
export function quartilesOf(counts: readonly number[]): Quartiles<number> | undefined {
  const n = sum(counts);
  const at = (share: number) => {
    let reached = 0;
    return counts.findIndex((count) => {
      reached += count;
      return reached >= share * n;
    });
  };
  return n === 0 ? undefined : { n, q1: at(0.25), median: at(0.5), q3: at(0.75) };
}

/** The same of dated answers ("never" included), counted in the order of `horizons`. */
export function medianHorizon(counts: readonly number[]): Quartiles<Horizon> | undefined {
  const places = quartilesOf(counts);
  if (places === undefined) return undefined;
  const [q1, median, q3] = [horizons[places.q1], horizons[places.median], horizons[places.q3]];
  if (q1 === undefined || median === undefined || q3 === undefined) return undefined;
  return { n: places.n, q1, median, q3 };
}

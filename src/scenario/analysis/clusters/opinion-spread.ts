import type { OpinionSpread } from '#domain/results/group-scenario.ts';
import type { Ballots } from './ballots.ts';
import { sidesOf, typicalOf } from './typical.ts';

type Bin = OpinionSpread['bins'][number];

/** Where the bins of the picture meet, in standard deviations; the outer ones take in everyone beyond. */
const edges = [-2, -1.25, -0.75, -0.25, 0.25, 0.75, 1.25, 2];

/** What is typical of the third of people at each end of an axis, and how many stand where. `places`: NaN for nowhere. */
export function spreadOf({ ballots, trajectories, minGroup }: Ballots, places: Float64Array): OpinionSpread {
  const sorted = places.filter((place) => !Number.isNaN(place)).toSorted();
  const third = Math.floor(sorted.length / 3);
  const [low, high] = [sorted[third] ?? 0, sorted[sorted.length - 1 - third] ?? 0];
  const endOf = Int8Array.from(places, (place) => (place < low ? 0 : place > high ? 1 : -1));
  const sides = sidesOf(ballots, endOf, 2, trajectories.length);
  return {
    low: typicalOf(0, sides, trajectories, minGroup),
    high: typicalOf(1, sides, trajectories, minGroup),
    bins: merged(counted(sorted), minGroup),
  };
}

function counted(places: Float64Array): readonly Bin[] {
  const inner = edges.slice(1, -1);
  const counts = new Int32Array(edges.length - 1);
  for (const place of places) {
    const bin = inner.filter((edge) => place >= edge).length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return Array.from(counts, (n, i) => ({ from: edges[i] ?? 0, to: edges[i + 1] ?? 0, n }));
}

/** Takes a bin of fewer people than may be told, unless it is empty, together with its neighbour towards the middle. */
function merged(bins: readonly Bin[], minGroup: number): Bin[] {
  const small = bins.findIndex(({ n }) => n > 0 && n < minGroup);
  if (small === -1 || bins.length === 1) return small === -1 ? [...bins] : [];
  const left = small < (bins.length - 1) / 2 || small === 0 ? small : small - 1;
  const [one, other] = [bins[left], bins[left + 1]];
  if (one === undefined || other === undefined) return [];
  const both = { from: one.from, to: other.to, n: one.n + other.n };
  return merged([...bins.slice(0, left), both, ...bins.slice(left + 2)], minGroup);
}

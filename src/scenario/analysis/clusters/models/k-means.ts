/** Points in a space of `dimensions`: the coordinates of each in turn. */
export interface PointMatrix {
  readonly dimensions: number;
  readonly values: Float64Array;
}

const steps = 30;

/** The group of each point (k-means++ starts, Lloyd's steps), the tightest of several starts. */
export function kMeans(points: PointMatrix, k: number, draw: () => number, starts = 8): Int8Array {
  let best = { spread: Number.POSITIVE_INFINITY, groups: new Int8Array(countOf(points)) };
  for (let start = 0; start < starts; start++) {
    const converged = converge(points, spreadOut(points, k, draw));
    if (converged.spread < best.spread) best = converged;
  }
  return best.groups;
}

const countOf = ({ dimensions, values }: PointMatrix): number => values.length / dimensions;

/** Squared. */
function distance(points: PointMatrix, i: number, centres: Float64Array, c: number): number {
  const { dimensions, values } = points;
  let sum = 0;
  for (let d = 0; d < dimensions; d++)
    sum += ((values[i * dimensions + d] ?? 0) - (centres[c * dimensions + d] ?? 0)) ** 2;
  return sum;
}

/** First centres far from one another: each drawn with a chance that grows with its distance to the others. */
function spreadOut(points: PointMatrix, k: number, draw: () => number): Float64Array {
  const { dimensions, values } = points;
  const n = countOf(points);
  const centres = new Float64Array(k * dimensions);
  const apart = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let next = Math.floor(draw() * n);
  for (let c = 0; c < k; c++) {
    centres.set(values.subarray(next * dimensions, (next + 1) * dimensions), c * dimensions);
    for (let i = 0; i < n; i++) apart[i] = Math.min(apart[i] ?? 0, distance(points, i, centres, c));
    next = drawn(apart, draw);
  }
  return centres;
}

/** A number of the list, with a chance that grows with its weight. */
function drawn(weights: Float64Array, draw: () => number): number {
  let left = draw() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? Math.floor(draw() * weights.length) : found;
}

function converge(
  points: PointMatrix,
  centres: Float64Array,
): { spread: number; groups: Int8Array<ArrayBuffer> } {
  const groups = new Int8Array(countOf(points));
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < steps; step++) {
    const spread = assign(points, centres, groups);
    if (spread >= before * (1 - 1e-4)) break;
    before = spread;
    move(points, centres, groups);
  }
  return { spread: before, groups };
}

/** Puts each point with its nearest centre; returns the sum of squared distances. */
function assign(points: PointMatrix, centres: Float64Array, groups: Int8Array): number {
  let spread = 0;
  for (let i = 0; i < groups.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < centres.length / points.dimensions; c++) {
      const squared = distance(points, i, centres, c);
      if (squared >= least) continue;
      groups[i] = c;
      least = squared;
    }
    spread += least;
  }
  return spread;
}

/** Moves each centre to the middle of its points; one without points stays. */
function move({ dimensions, values }: PointMatrix, centres: Float64Array, groups: Int8Array): void {
  const sums = new Float64Array(centres.length);
  const counts = new Float64Array(centres.length / dimensions);
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] ?? 0;
    counts[group] = (counts[group] ?? 0) + 1;
    for (let d = 0; d < dimensions; d++) {
      const at = group * dimensions + d;
      sums[at] = (sums[at] ?? 0) + (values[i * dimensions + d] ?? 0);
    }
  }
  for (let at = 0; at < centres.length; at++) {
    const count = counts[Math.floor(at / dimensions)] ?? 0;
    if (count > 0) centres[at] = (sums[at] ?? 0) / count;
  }
}

/** Points in a plane: x, y of each in turn. */
export type PointMatrix = Float64Array;

const steps = 100;

/** The centres of k groups of points (k-means++ starts, Lloyd's steps), the tightest of several starts: x, y of each. */
export function kMeans(points: PointMatrix, k: number, draw: () => number, starts = 10): PointMatrix {
  let best = { spread: Number.POSITIVE_INFINITY, centres: new Float64Array(2 * k) };
  for (let start = 0; start < starts; start++) {
    const converged = converge(points, spreadOut(points, k, draw));
    if (converged.spread < best.spread) best = converged;
  }
  return best.centres;
}

/** The nearest centre of each point. */
export function nearestOf(points: PointMatrix, centres: PointMatrix): Int8Array {
  const groups = new Int8Array(points.length / 2);
  for (let i = 0; i < groups.length; i++) groups[i] = nearest(points, i, centres);
  return groups;
}

function nearest(points: PointMatrix, i: number, centres: PointMatrix): number {
  let group = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c < centres.length / 2; c++) {
    const squared = distance(points, i, centres, c);
    if (squared < least) {
      group = c;
      least = squared;
    }
  }
  return group;
}

/** Squared. */
function distance(points: PointMatrix, i: number, centres: PointMatrix, c: number): number {
  const dx = (points[2 * i] ?? 0) - (centres[2 * c] ?? 0);
  const dy = (points[2 * i + 1] ?? 0) - (centres[2 * c + 1] ?? 0);
  return dx * dx + dy * dy;
}

/** First centres far from one another: each drawn with a chance that grows with its distance to the others. */
function spreadOut(points: PointMatrix, k: number, draw: () => number): PointMatrix {
  const n = points.length / 2;
  const centres = new Float64Array(2 * k);
  const apart = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let next = Math.floor(draw() * n);
  for (let c = 0; c < k; c++) {
    centres[2 * c] = points[2 * next] ?? 0;
    centres[2 * c + 1] = points[2 * next + 1] ?? 0;
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
  first: PointMatrix,
): { spread: number; centres: Float64Array<ArrayBuffer> } {
  let centres = Float64Array.from(first);
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < steps; step++) {
    const { spread, moved } = move(points, centres);
    centres = moved;
    if (spread >= before * (1 - 1e-4)) return { spread, centres };
    before = spread;
  }
  return { spread: before, centres };
}

/** The middle of the points nearest to each centre; a centre without points stays. */
function move(points: PointMatrix, centres: PointMatrix) {
  const k = centres.length / 2;
  const sums = new Float64Array(2 * k);
  const counts = new Float64Array(k);
  let spread = 0;
  for (let i = 0; i < points.length / 2; i++) {
    const group = nearest(points, i, centres);
    spread += distance(points, i, centres, group);
    counts[group] = (counts[group] ?? 0) + 1;
    sums[2 * group] = (sums[2 * group] ?? 0) + (points[2 * i] ?? 0);
    sums[2 * group + 1] = (sums[2 * group + 1] ?? 0) + (points[2 * i + 1] ?? 0);
  }
  const moved = sums.map((sum, at) => {
    const count = counts[at >> 1] ?? 0;
    return count === 0 ? (centres[at] ?? 0) : sum / count;
  });
  return { spread, moved };
}

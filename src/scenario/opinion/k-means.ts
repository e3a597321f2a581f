/** Points in a plane: x, y of each in turn. */
export type Points = Float64Array;

const starts = 10;
const steps = 100;

/** The centres of k groups of points (k-means++ starts, Lloyd's steps), the tightest of several starts: x, y of each. */
export function kMeans(points: Points, k: number, draw: () => number): Points {
  let best = { spread: Number.POSITIVE_INFINITY, centres: new Float64Array(2 * k) };
  for (let start = 0; start < starts; start++) {
    const settled = settle(points, spreadOut(points, k, draw));
    if (settled.spread < best.spread) best = settled;
  }
  return best.centres;
}

/** The nearest centre of each point. */
export function nearestOf(points: Points, centres: Points): Int8Array {
  return Int8Array.from({ length: points.length / 2 }, (_, i) => nearest(points, i, centres).group);
}

function nearest(points: Points, i: number, centres: Points): { group: number; distance: number } {
  let group = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (let c = 0; c < centres.length / 2; c++) {
    const dx = (points[2 * i] ?? 0) - (centres[2 * c] ?? 0);
    const dy = (points[2 * i + 1] ?? 0) - (centres[2 * c + 1] ?? 0);
    const squared = dx * dx + dy * dy;
    if (squared < distance) {
      group = c;
      distance = squared;
    }
  }
  return { group, distance };
}

/** First centres far from one another: each drawn with a chance that grows with its distance to the others. */
function spreadOut(points: Points, k: number, draw: () => number): Points {
  const n = points.length / 2;
  const chosen = [Math.floor(draw() * n)];
  while (chosen.length < k) {
    const centres = pick(points, chosen);
    const distances = Float64Array.from({ length: n }, (_, i) => nearest(points, i, centres).distance);
    let left = draw() * distances.reduce((sum, distance) => sum + distance, 0);
    const next = distances.findIndex((distance) => {
      left -= distance;
      return left < 0;
    });
    chosen.push(next < 0 ? Math.floor(draw() * n) : next);
  }
  return pick(points, chosen);
}

const pick = (points: Points, chosen: readonly number[]): Points =>
  Float64Array.from(chosen.flatMap((i) => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0]));

function settle(points: Points, first: Points): { spread: number; centres: Float64Array<ArrayBuffer> } {
  let centres = Float64Array.from(first);
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < steps; step++) {
    const { spread, moved } = move(points, centres);
    centres = moved;
    if (spread >= before * (1 - 1e-12)) return { spread, centres };
    before = spread;
  }
  return { spread: before, centres };
}

/** The middle of the points nearest to each centre; a centre without points stays. */
function move(points: Points, centres: Points) {
  const k = centres.length / 2;
  const sums = new Float64Array(2 * k);
  const counts = new Float64Array(k);
  let spread = 0;
  for (let i = 0; i < points.length / 2; i++) {
    const { group, distance } = nearest(points, i, centres);
    spread += distance;
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

import type { Points } from './k-means.ts';

/** Mean silhouette of grouped points (Rousseeuw 1987), -1..1: how much nearer people are to their own group than to the next. */
export function silhouette(points: Points, groups: Int8Array, k: number): number {
  const n = groups.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += one(points, groups, k, i);
  return n === 0 ? 0 : total / n;
}

function one(points: Points, groups: Int8Array, k: number, i: number): number {
  const sums = new Float64Array(k);
  const counts = new Float64Array(k);
  for (let j = 0; j < groups.length; j++) {
    if (j === i) continue;
    const group = groups[j] ?? 0;
    const dx = (points[2 * i] ?? 0) - (points[2 * j] ?? 0);
    const dy = (points[2 * i + 1] ?? 0) - (points[2 * j + 1] ?? 0);
    sums[group] = (sums[group] ?? 0) + Math.sqrt(dx * dx + dy * dy);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  const own = groups[i] ?? 0;
  if (counts[own] === 0) return 0;
  const means = sums.map((sum, group) =>
    (counts[group] ?? 0) === 0 ? Number.POSITIVE_INFINITY : sum / (counts[group] ?? 1),
  );
  const inside = means[own] ?? 0;
  const outside = Math.min(...means.filter((_, group) => group !== own));
  const widest = Math.max(inside, outside);
  return widest === 0 || !Number.isFinite(outside) ? 0 : (outside - inside) / widest;
}

import type { PointMatrix } from './k-means.ts';

/**
 * Mean silhouette (Rousseeuw 1987) of each of several groupings of the same points, -1..1: how much nearer people are to
 * their own group than to the next. Compares everyone with everyone, once for all groupings.
 */
export function silhouettes(
  points: PointMatrix,
  groupings: readonly { readonly groups: Int8Array; readonly k: number }[],
): number[] {
  const n = points.length / 2;
  const sums = groupings.map(({ k }) => new Float64Array(n * k));
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const dx = (points[2 * i] ?? 0) - (points[2 * j] ?? 0);
      const dy = (points[2 * i + 1] ?? 0) - (points[2 * j + 1] ?? 0);
      const apart = Math.sqrt(dx * dx + dy * dy);
      for (let g = 0; g < groupings.length; g++) {
        const { groups, k } = groupings[g] ?? nothing;
        const sum = sums[g] ?? noSums;
        const [a, b] = [i * k + (groups[j] ?? 0), j * k + (groups[i] ?? 0)];
        sum[a] = (sum[a] ?? 0) + apart;
        sum[b] = (sum[b] ?? 0) + apart;
      }
    }
  }
  return groupings.map(({ groups, k }, g) => mean(groups, k, sums[g] ?? noSums));
}

const nothing = { groups: new Int8Array(0), k: 0 };
const noSums = new Float64Array(0);

function mean(groups: Int8Array, k: number, sums: Float64Array): number {
  const sizes = new Float64Array(k);
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  let total = 0;
  for (let i = 0; i < groups.length; i++)
    total += one(groups[i] ?? 0, sums.subarray(i * k, i * k + k), sizes);
  return groups.length === 0 ? 0 : total / groups.length;
}

/** One point's silhouette from the sum of its distances to each group; 0 alone in its group. */
function one(own: number, sums: Float64Array, sizes: Float64Array): number {
  const others = (sizes[own] ?? 0) - 1;
  if (others <= 0) return 0;
  const inside = (sums[own] ?? 0) / others;
  let outside = Number.POSITIVE_INFINITY;
  for (let group = 0; group < sizes.length; group++) {
    const size = sizes[group] ?? 0;
    if (group !== own && size > 0) outside = Math.min(outside, (sums[group] ?? 0) / size);
  }
  const widest = Math.max(inside, outside);
  return widest === 0 || !Number.isFinite(outside) ? 0 : (outside - inside) / widest;
}

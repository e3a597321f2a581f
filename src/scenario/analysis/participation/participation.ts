import { partsOf } from '#domain/results/part-of.ts';
import type { Participation } from '#domain/results/participation.ts';
import type { Tally } from '../tally/tally.ts';

/** How many people took part, in each domain and by role, where fewer than `least` are not told. */
export const participationIn = (tally: Tally, least: number): Participation => ({
  took: tally.n,
  domains: tally.domains.map((domain, i) => ({ domain, n: tally.domainCounts[i] ?? 0 })),
  roles: partsOf(tally.roles, tally.n, least),
});

import type { Participation } from '#domain/results/participation.ts';
import { publishableMentions } from '../disclosure/breakdown.ts';
import type { Tally } from '../tally/tally.ts';

/** How many people took part, in each domain and by role; nothing from 1 to `least` - 1 people but the whole. */
export function participationIn(tally: Tally, least: number): Participation {
  const counts = Object.fromEntries(tally.domains.map((id, i) => [id, tally.domainCounts[i] ?? 0]));
  const shown = publishableMentions(counts, least);
  return {
    took: tally.n,
    domains: tally.domains.map((domain) => ({ domain, n: shown[domain] ?? null })),
    roles: publishableMentions(Object.fromEntries(tally.roles), least),
  };
}

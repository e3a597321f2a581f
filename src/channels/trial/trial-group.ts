import { drawn } from '#domain/participant/examining.ts';
import type { GroupNow, LiveTallies } from '#projections/live-tallies.ts';

/** A group of nobody: whoever tries is the first to come, and is counted nowhere. */
export function createTrialGroup(): LiveTallies {
  const nobody = { took: 0, domains: [], roles: {} };
  return {
    view: async ({ minGroup }) => ({ state: 'waiting', minGroup, needed: minGroup }),
    participationIn: async () => nobody,
    async decideWith(consultation, decide) {
      const { minGroup } = consultation;
      const group: GroupNow = {
        view: () => ({ state: 'waiting', minGroup, needed: minGroup }),
        participation: () => nobody,
        draw: (domain, person) => drawn(domain, person, { ...consultation, examined: () => 0 }),
      };
      return decide(group);
    },
    isComplete: () => true,
  };
}

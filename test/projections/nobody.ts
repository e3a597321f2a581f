import type { Participation } from '#domain/results/participation.ts';
import type { ParticipationView } from '#domain/results/participation-view.ts';

/** How it goes where nobody came. */
export const nobody: { readonly took: Participation; readonly participation: ParticipationView } = {
  took: { took: 0, domains: [], roles: {} },
  participation: {
    ...{
      took: 0,
      starts: 0,
      finished: { one: 0, begun: 0, all: 0 },
      domains: [],
      roles: {},
      territories: {},
    },
    ...{ days: [], items: [], minutes: null, unclear: [] },
  },
};

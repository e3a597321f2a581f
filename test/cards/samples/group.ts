import { domainIds } from '#domain/catalogue/domains.ts';
import type { GroupScenario, GroupTrajectory } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { agreementA, wilson } from '#scenario/analysis/agreement.ts';
import { catalogue } from '#test/wording/sample.ts';

/** People by stance, -2 to +2, as a group of 27 may have answered. */
const spreads: readonly (readonly [number, number, number, number, number])[] = [
  [0, 1, 3, 9, 14],
  [7, 5, 2, 5, 8],
  [13, 8, 3, 2, 0],
  [2, 4, 11, 6, 3],
  [1, 0, 2, 12, 10],
  [0, 0, 0, 6, 21],
];

const share = (count: number, n: number) => ({ share: count / n, ...wilson(count, n) });

/** What a group made of a trajectory, worked out from its stances. */
export function sampleTrajectory(trajectory: string, i: number): GroupTrajectory {
  const counts = spreads[i % spreads.length] ?? spreads[0] ?? [0, 0, 0, 0, 1];
  const n = counts.reduce((sum, count) => sum + count, 0);
  const support = share(counts[3] + counts[4], n);
  const opposition = share(counts[0] + counts[1], n);
  const verdict =
    support.low > 0.5
      ? ({ class: 'common-ground' } as const)
      : opposition.low > 0.5
        ? ({ class: 'set-aside' } as const)
        : support.share > 0.25 && opposition.share > 0.25
          ? ({ class: 'contested' } as const)
          : ({ class: 'open', reason: 'lukewarm' } as const);
  return {
    trajectory,
    ...verdict,
    figures: {
      n,
      examined: n + 3,
      dontKnowRate: 3 / (n + 3),
      support,
      opposition,
      agreement: agreementA([...counts]),
      kept: 11 / (n + 3),
      horizon: { n: 20, q1: 'under-5', median: i % 4 === 3 ? 'over-10' : '5-to-10', q3: 'over-10' },
      benefits: {
        'quality-of-life': 0.4,
        environment: 0.3,
        jobs: 0.1,
        performance: 0,
        resilience: 0.2,
        openness: 0.1,
      },
    },
  };
}

const few = (trajectory: string): GroupTrajectory => ({ trajectory, class: 'open', reason: 'too-few' });

const opinion: GroupScenario['opinion'] = {
  placed: 28,
  groups: [
    {
      n: 16,
      typical: [
        { trajectory: 'mobility-on-demand', side: 'for', inside: 0.9, outside: 0.3 },
        { trajectory: 'health-home-monitoring', side: 'against', inside: 0.7, outside: 0.2 },
      ],
      unconvinced: [],
      middle: [-1, 0],
      spread: [0.5, 0.4, 0.1],
    },
    { n: 12, typical: [], unconvinced: [], middle: [1.5, 0.5], spread: [0.4, 0.8, -0.1] },
  ],
};

export const scenario: GroupScenario = {
  n: 32,
  opinion,
  who: {
    roles: {
      resident: 'nearly-all',
      elected: 'few',
      teacher: 'few',
      shopkeeper: 6,
      citizen: 9,
      student: 'few',
    },
    territories: { 'small-town': 14, 'rural-village': 18 },
  },
  domains: domainIds.map((domain, at) => {
    const ids = catalogue.domains.find(({ id }) => id === domain)?.trajectories.map(({ id }) => id) ?? [];
    const small = domain === 'production';
    return {
      domain,
      n: small ? null : 30 - at,
      trajectories: ids.map((id, i) => (small ? few(id) : sampleTrajectory(id, at * 2 + i))),
    };
  }),
};

export const group: GroupView = {
  state: 'released',
  kind: 'final',
  at: '2026-11-20T18:00:00Z',
  minGroup: 5,
  scenario,
};

import { expect, test } from '@jest/globals';
import type { GroupScenario, GroupTrajectory } from '#domain/results/group-scenario.ts';
import { commonGround, mostTelling, setAside, worthDebating } from '#scenario/telling.ts';

const benefits = {
  'quality-of-life': 0,
  environment: 0,
  jobs: 0,
  performance: 0,
  resilience: 0,
  openness: 0,
};
const share = (low: number) => ({ share: low + 0.1, low, high: low + 0.2 });
const known = (
  trajectory: string,
  kind: GroupTrajectory['class'],
  { support = 0.4, opposition = 0.4, agreement = 0 } = {},
): GroupTrajectory => ({
  trajectory,
  class: kind,
  figures: {
    ...{ n: 20, examined: 20, dontKnowRate: 0, kept: 0.5, agreement, benefits },
    support: share(support),
    opposition: share(opposition),
  },
});
const hidden: GroupTrajectory = { trajectory: 'hidden', class: 'open', reason: 'too-few' };

const scenario: GroupScenario = {
  n: 20,
  who: { roles: {}, territories: {} },
  domains: [
    {
      domain: 'mobility',
      n: 20,
      trajectories: [
        hidden,
        known('open', 'open'),
        known('refused', 'set-aside', { opposition: 0.6 }),
        known('disputed', 'contested', { agreement: -0.2 }),
        known('wished', 'common-ground', { support: 0.6 }),
      ],
    },
    {
      domain: 'health',
      n: 20,
      trajectories: [
        known('more refused', 'set-aside', { opposition: 0.7 }),
        known('more disputed', 'contested', { agreement: -0.5 }),
        known('more wished', 'common-ground', { support: 0.7 }),
      ],
    },
  ],
};
const ids = (all: readonly GroupTrajectory[]) => all.map(({ trajectory }) => trajectory);

test('over all domains, the clearest is told first and the most divided is debated first', () => {
  expect(ids(commonGround(scenario))).toEqual(['more wished', 'wished']);
  expect(ids(setAside(scenario))).toEqual(['more refused', 'refused']);
  expect(ids(worthDebating(scenario))).toEqual(['more disputed', 'disputed']);
});

test('in a domain, what is decided or disputed comes before what is open, and what too few looked at comes last', () => {
  const [mobility] = scenario.domains;
  const all = mostTelling(mobility?.trajectories ?? [], 9);
  expect(ids(all)).toEqual(['wished', 'disputed', 'refused', 'open', 'hidden']);
  expect(ids(mostTelling(mobility?.trajectories ?? [], 2))).toEqual(['wished', 'disputed']);
});

import { describe, expect, test } from '@jest/globals';
import type { Horizon } from '#domain/participant/ballot.ts';
import type { GroupScenario, GroupTrajectory, Opinion } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { agreementA, wilson } from '#scenario/analysis/agreement.ts';
import { briefing } from '#scenario/briefing/briefing.ts';
import { sampleResult } from '../documents/sample-result.ts';
import { catalogue } from './fixture.ts';

const noVision: VisionView = { state: 'none', reason: 'no-judgements' };

interface Heard {
  /** People by stance, -2 to +2. */
  readonly stances: readonly [number, number, number, number, number];
  readonly unsure?: number;
  readonly kept?: number;
  readonly horizon?: readonly [Horizon, Horizon, Horizon];
  readonly benefits?: Readonly<Record<string, number>>;
}

/** What a group of people made of a trajectory. */
function heard(
  trajectory: string,
  its: GroupTrajectory['class'],
  { stances, unsure = 0, kept = 0.5, horizon, benefits = {} }: Heard,
): GroupTrajectory {
  const n = stances.reduce((sum, count) => sum + count, 0);
  const share = (count: number) => ({ share: count / n, ...wilson(count, n) });
  const none = { 'quality-of-life': 0, environment: 0, jobs: 0, performance: 0, resilience: 0, openness: 0 };
  return {
    trajectory,
    class: its,
    figures: {
      n,
      examined: n + unsure,
      dontKnowRate: unsure / (n + unsure),
      support: share(stances[3] + stances[4]),
      opposition: share(stances[0] + stances[1]),
      agreement: agreementA([...stances]),
      kept,
      ...(horizon && { horizon: { n, q1: horizon[0], median: horizon[1], q3: horizon[2] } }),
      benefits: { ...none, ...benefits },
    },
  };
}

const few = (trajectory: string): GroupTrajectory => ({ trajectory, class: 'open', reason: 'too-few' });

const group = (
  mobility: readonly GroupTrajectory[],
  health: readonly GroupTrajectory[],
  opinion?: Opinion,
): GroupScenario => ({
  n: 30,
  who: { roles: {}, territories: {} },
  ...(opinion && { opinion }),
  domains: [
    { domain: 'mobility', n: 30, trajectories: [...mobility] },
    { domain: 'health', n: 30, trajectories: [...health] },
  ],
});

const all = (scenario: GroupScenario, vision: VisionView = noVision) => briefing(scenario, vision, catalogue);
const asked = (scenario: GroupScenario, vision: VisionView = noVision) => all(scenario, vision).questions;
const wished = { stances: [0, 0, 2, 10, 18] } as const;

describe('what a briefing holds', () => {
  test('common ground begins with the clearest, what is set aside stands apart', () => {
    const { shared, refused } = all(
      group(
        [
          heard('m1', 'common-ground', { stances: [0, 2, 4, 12, 12] }),
          heard('m2', 'common-ground', wished),
          heard('m3', 'set-aside', { stances: [18, 8, 4, 0, 0] }),
        ],
        [few('h1'), few('h2')],
      ),
    );
    expect(shared.map(({ trajectory }) => trajectory)).toEqual(['m2', 'm1']);
    expect(refused.map(({ trajectory }) => trajectory)).toEqual(['m3']);
  });

  test('what divides begins with the least agreed on', () => {
    const { contested } = all(
      group(
        [
          heard('m1', 'contested', { stances: [6, 5, 8, 6, 5] }),
          heard('m2', 'contested', { stances: [14, 1, 0, 1, 14] }),
        ],
        [few('h1'), few('h2')],
      ),
    );
    expect(contested.map(({ trajectory }) => trajectory)).toEqual(['m2', 'm1']);
  });

  test('a domain nobody looked at comes before one that few looked at', () => {
    const { unexamined } = all(group([heard('m1', 'open', wished), few('m2')], [few('h1'), few('h2')]));
    expect(unexamined).toEqual([
      { domain: 'health', trajectories: ['h1', 'h2'], of: 2 },
      { domain: 'mobility', trajectories: ['m2'], of: 2 },
    ]);
  });

  test('what most do not know of comes first among the little known, without figures', () => {
    const { unknown, unexamined } = all(
      group(
        [heard('m1', 'open', { ...wished, unsure: 30 }), heard('m2', 'open', { ...wished, unsure: 5 })],
        [{ trajectory: 'h1', class: 'open', reason: 'mostly-dont-know' }],
      ),
    );
    expect(unknown.map(({ trajectory, figures }) => [trajectory, figures?.dontKnowRate])).toEqual([
      ['h1', undefined],
      ['m1', 0.5],
    ]);
    expect(unexamined).toEqual([]);
  });
});

describe('the questions', () => {
  test('of a contested trajectory gives both sides and how many they are', () => {
    const [first] = asked(
      group([heard('m1', 'contested', { stances: [8, 4, 3, 5, 10] })], [heard('h1', 'open', wished)]),
    );
    expect(first).toEqual({
      kind: 'contested',
      domain: 'mobility',
      trajectory: 'm1',
      support: { share: 0.5, n: 30 },
      opposition: { share: 0.4, n: 30 },
    });
  });

  test('say what one opinion group refuses and the others do not', () => {
    const part = { n: 15, unconvinced: [], middle: [0, 0], spread: [1, 1, 0] } satisfies Partial<
      Opinion['groups'][number]
    >;
    const typical = { trajectory: 'm1', inside: 0.8, outside: 0.1 };
    const opinion: Opinion = {
      placed: 30,
      groups: [
        { ...part, typical: [{ ...typical, side: 'for', inside: 0.9 }] },
        { ...part, typical: [{ ...typical, side: 'against' }] },
      ],
    };
    const scenario = group([heard('m1', 'open', { stances: [6, 6, 2, 8, 8] })], [], opinion);
    expect(asked(scenario)).toEqual([
      { kind: 'group-refuses', domain: 'mobility', trajectory: 'm1', group: 1, inside: 0.8, outside: 0.1 },
    ]);
    expect(all(scenario).apart.map(({ side, group }) => [side, group])).toEqual([['for', 0]]);
  });

  test.each<[string, Partial<Heard>, string | undefined]>([
    ['kept by few', { kept: 0.1 }, 'little-kept'],
    ['expected late', { horizon: ['5-to-10', 'over-10', 'never'] }, 'late'],
    ['expected at very different times', { horizon: ['now', 'under-5', '5-to-10'] }, 'spread'],
    ['expected soon by nearly all', { horizon: ['under-5', 'under-5', '5-to-10'] }, 'agreed'],
    ['unknown to many', { unsure: 20 }, 'unknown'],
    ['hoped for in two ways', { benefits: { jobs: 0.4, environment: 0.36 } }, 'benefits'],
    ['hoped for in one way', { benefits: { jobs: 0.4, environment: 0.1 } }, 'agreed'],
    ['clear in every way', {}, 'agreed'],
  ])('of what is wished for and %s', (_, its, kind) => {
    const questions = asked(group([heard('m1', 'common-ground', { ...wished, ...its })], []));
    expect(questions.map((one) => one.kind)).toEqual(kind === undefined ? [] : [kind]);
  });

  test('come from the vision too: what does not hold together, and what helps what', () => {
    const vision: VisionView = {
      state: 'composed',
      kind: 'final',
      at: '2026-11-20T18:00:00.000Z',
      vision: {
        domains: ['mobility', 'health'],
        n: 30,
        best: { orientations: ['mobility-any', 'health-any'], inconsistency: 0 },
        others: [],
        synergies: [{ from: 'mobility-any', to: 'health-any', strength: 3 }],
        tensions: [{ domain: 'health', favourite: 'health-other', chosen: 'health-any', causes: [] }],
      },
    };
    expect(asked(group([], []), vision)).toEqual([
      { kind: 'tension', domain: 'health', favourite: 'health-other', chosen: 'health-any' },
      { kind: 'synergy', domain: 'mobility', from: 'mobility-any', to: 'health-any' },
    ]);
  });

  test('are ten where one domain alone is asked about', () => {
    const one = sampleResult('fr', { people: 60 });
    const domains = one.scenario.domains.slice(0, 1);
    const { questions } = briefing({ ...one.scenario, domains }, noVision, one.wording.catalogue);
    expect(questions).toHaveLength(10);
  });

  test('are none when nothing was said', () => {
    expect(asked(group([], []))).toEqual([]);
  });
});

describe.each([6, 12, 30, 60, 120, 400])('the questions of %i people', (people) => {
  const { scenario, vision, wording } = sampleResult('fr', { people });
  const { questions } = briefing(scenario, vision, wording.catalogue);
  const times = (of: readonly string[]) => Math.max(...of.map((one) => of.filter((it) => it === one).length));

  test('are ten, of several kinds and domains, about different things', () => {
    expect(questions).toHaveLength(10);
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(2);
    expect(times(questions.map(({ domain }) => domain))).toBeLessThanOrEqual(3);
    const subjects = questions.flatMap((one) => ('trajectory' in one ? [one.trajectory] : []));
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  test('rest on no figure of fewer than the smallest group', () => {
    const shares = questions.flatMap((one) => Object.values(one)).flat();
    const counts = shares.flatMap((value) => (typeof value === 'object' && 'n' in value ? [value.n] : []));
    for (const n of counts) expect(n).toBeGreaterThanOrEqual(5);
    const shown = new Map(
      scenario.domains.flatMap(({ trajectories }) =>
        trajectories.map((one): [string, boolean] => [one.trajectory, one.figures !== undefined]),
      ),
    );
    for (const one of questions) {
      if ('trajectory' in one) expect(shown.get(one.trajectory)).toBe(one.kind !== 'unexamined');
    }
  });

  test('are the same again', () => {
    expect(briefing(scenario, vision, wording.catalogue).questions).toEqual(questions);
  });
});

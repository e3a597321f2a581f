import { describe, expect, test } from '@jest/globals';
import type { Ballot, Stance } from '#domain/participant/ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { GroupScenario } from '#domain/results/group-scenario.ts';
import { medianHorizon } from '#scenario/analysis/quartiles.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { coarseScenario, groupScenario, withOpinion } from '#scenario/group.ts';
import { ballot, catalogue, person } from './fixture.ts';

type Voice = { ballots: Participant['ballots']; profile?: Participant['profile'] };

function scenarioOf(voices: readonly Voice[], minGroup = 5) {
  const tally = createTally(catalogue, ['mobility', 'health']);
  voices.forEach(({ ballots, profile }, i) => {
    replace(tally, `p${i}`, contributionOf(person(`p${i}`, ballots, { ...(profile && { profile }) })));
  });
  return GroupScenario.parse(groupScenario(tally, catalogue, minGroup));
}

/** What the group makes of m1 when so many people take each stance, from -2 to 2, then don't know. */
function classOf(counts: readonly number[]) {
  const stances: readonly Ballot['stance'][] = [-2, -1, 0, 1, 2, 'dont-know'];
  const voices = counts.flatMap((count, i) =>
    Array.from({ length: count }, () => ({ ballots: { m1: ballot(stances[i] ?? 0) } })),
  );
  const found = scenarioOf(voices).domains[0]?.trajectories.find(({ trajectory }) => trajectory === 'm1');
  return { class: found?.class, reason: found?.reason, n: found?.figures?.n };
}

describe('what a trajectory is for a group', () => {
  test.each([
    [[0, 0, 0, 2, 3, 0], 'common-ground', undefined, 5],
    [[3, 2, 0, 0, 0, 1], 'set-aside', undefined, 5],
    [[5, 0, 0, 0, 5, 0], 'contested', undefined, 10],
    [[2, 2, 2, 2, 2, 0], 'contested', undefined, 10],
    [[0, 2, 5, 2, 0, 0], 'open', 'lukewarm', 9],
    [[0, 1, 3, 2, 0, 9], 'open', 'mostly-dont-know', 6],
    [[0, 0, 0, 1, 0, 9], 'open', 'mostly-dont-know', undefined],
    [[0, 0, 0, 4, 0, 0], 'open', 'too-few', undefined],
    [[0, 0, 0, 0, 0, 0], 'open', 'too-few', undefined],
  ])('%j is %s, %s', (counts, kind, reason, n) => {
    expect(classOf(counts)).toEqual({ class: kind, reason, n });
  });
});

describe('the group scenario', () => {
  const voice = (m1: Stance, more: Partial<Ballot> = {}): Voice => ({ ballots: { m1: ballot(m1, more) } });

  test('gives every figure of a trajectory', () => {
    const { domains } = scenarioOf([
      voice(2, { kept: true, horizon: 'now', benefits: ['jobs', 'openness'] }),
      voice(2, { kept: true, horizon: 'under-5', benefits: ['jobs'] }),
      voice(1, { horizon: 'under-5' }),
      voice(-1, { horizon: '5-to-10' }),
      voice(0, { horizon: 'never' }),
      { ballots: { m1: ballot('dont-know', { horizon: 'dont-know' }) } },
    ]);
    const figures = domains[0]?.trajectories[0]?.figures;
    expect(figures).toMatchObject({
      n: 5,
      examined: 6,
      dontKnowRate: 1 / 6,
      support: { share: 0.6 },
      opposition: { share: 0.2 },
      kept: 2 / 6,
      horizon: { n: 5, q1: 'under-5', median: 'under-5', q3: '5-to-10' },
      benefits: { jobs: 2 / 6, openness: 1 / 6, environment: 0 },
    });
  });

  test('gives no horizon that fewer than the smallest group dated', () => {
    const { domains } = scenarioOf([
      voice(1),
      voice(1),
      ...Array.from({ length: 4 }, () => voice(1, { horizon: 'now' })),
    ]);
    expect(domains[0]?.trajectories[0]?.figures?.n).toBe(6);
    expect(domains[0]?.trajectories[0]?.figures?.horizon).toBeUndefined();
  });

  test('shows nothing of a domain that too few looked at', () => {
    const five = Array.from({ length: 5 }, () => voice(1));
    const { n, domains } = scenarioOf([...five, { ballots: { h1: ballot(2) } }]);
    expect(n).toBe(6);
    expect(domains.map((domain) => domain.n)).toEqual([5, null]);
    expect(domains[1]?.trajectories.map(({ figures }) => figures)).toEqual([undefined, undefined]);
  });

  test('puts the surest support first', () => {
    const voices = Array.from({ length: 6 }, (_, i) => ({
      ballots: { m1: ballot(i < 3 ? 1 : -1), m2: ballot(2), m3: ballot(i < 5 ? 1 : 0) },
    }));
    const order = scenarioOf(voices).domains[0]?.trajectories.map(({ trajectory }) => trajectory);
    expect(order).toEqual(['m2', 'm3', 'm1']);
  });

  test('says who took part as participation does', () => {
    const many = (count: number, roles: string[], territory: string) =>
      Array.from({ length: count }, () => ({ ...voice(1), profile: { roles, territory } }));
    const voices = [
      ...many(9, ['resident', 'shopkeeper'], 'town'),
      ...many(2, ['elected', 'resident'], 'village'),
      ...many(3, ['shopkeeper'], 'declined'),
    ];
    const told = {
      roles: { elected: 'few', shopkeeper: 'nearly-all', resident: 'nearly-all' },
      territories: { town: 9, village: 'few' },
    };
    expect(scenarioOf(voices).who).toEqual(told);
    // From five people on, whatever the smallest group is.
    expect(scenarioOf(voices, 11).who).toEqual(scenarioOf(voices).who);
  });

  test('says it in bands of five, as long as people answer', () => {
    const voices = Array.from({ length: 32 }, (_, i) => ({
      ...voice(1),
      profile: { roles: i < 12 ? ['elected'] : ['resident'], territory: i < 29 ? 'town' : 'village' },
    }));
    const { who } = coarseScenario(scenarioOf(voices, 11), 11, () => 0);
    expect(who).toEqual({
      roles: { elected: 10, shopkeeper: 'few', resident: 20 },
      territories: { town: 'nearly-all', village: 'few' },
    });
  });
});

describe('the median horizon', () => {
  test('is the first at which half are reached', () => {
    expect(medianHorizon([1, 1, 1, 1, 0])).toEqual({ n: 4, q1: 'now', median: 'under-5', q3: '5-to-10' });
    expect(medianHorizon([0, 0, 0, 0, 3])).toEqual({ n: 3, q1: 'never', median: 'never', q3: 'never' });
    expect(medianHorizon([0, 0, 0, 0, 0])).toBeUndefined();
  });
});

test('what a group of opinion does not share is no common ground', () => {
  const all = createTally(catalogue, ['mobility', 'health']);
  for (const id of 'abcdefghijklmnop') replace(all, id, contributionOf(person(id, { m1: ballot(2) })));
  const scenario = groupScenario(all, catalogue, 5);
  const group = {
    n: 8,
    typical: [],
    middle: [0, 0] as [number, number],
    spread: [1, 1, 0] as [number, number, number],
  };
  const found = (unconvinced: string[]) =>
    withOpinion(scenario, { placed: 16, groups: [{ ...group, unconvinced }] }).domains[0]?.trajectories[0];
  expect(found([])).toMatchObject({ trajectory: 'm1', class: 'common-ground' });
  expect(found(['m1'])).toMatchObject({ trajectory: 'm1', class: 'open', reason: 'divided' });
});

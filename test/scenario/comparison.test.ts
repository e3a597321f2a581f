import { describe, expect, test } from '@jest/globals';
import type { Stance } from '#domain/participant/ballot.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { Snapshot } from '#domain/results/snapshot.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { compared, differenceOf } from '#scenario/comparison.ts';
import { groupScenario } from '#scenario/group.ts';
import { at, ballot, catalogue, person } from './fixture.ts';

/** So many people for and against each trajectory. */
function result(views: Readonly<Record<string, readonly [wish: number, against: number]>>): GroupScenario {
  const tally = createTally(catalogue, ['mobility', 'health']);
  for (const [id, [wish, against]] of Object.entries(views)) {
    const say = (name: string, stance: Stance) =>
      replace(tally, `${id} ${name}`, contributionOf(person(name, { [id]: ballot(stance) })));
    for (let i = 0; i < wish; i++) say(`for ${i}`, 2);
    for (let i = 0; i < against; i++) say(`against ${i}`, -2);
  }
  return groupScenario(tally, catalogue, 5);
}

describe('the difference of two shares', () => {
  /** Newcombe 1998, table II, method 10: his first share less his second. */
  test.each([
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [6, 7, 2, 7, 0.5714, 0.0582, 0.8062],
    [5, 56, 0, 29, 0.0893, -0.0381, 0.1926],
    [0, 10, 0, 20, 0, -0.1611, 0.2775],
    [10, 10, 0, 20, 1, 0.6791, 1],
  ])('%d of %d beside %d of %d', (a, n, b, m, value, low, high) => {
    const found = differenceOf({ successes: b, n: m }, { successes: a, n });
    expect(found.value).toBeCloseTo(value, 4);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  test('turns its sign, and its ends, with the order', () => {
    const [one, other] = [
      { successes: 3, n: 10 },
      { successes: 9, n: 12 },
    ];
    const [up, down] = [differenceOf(one, other), differenceOf(other, one)];
    expect(down.value).toBeCloseTo(-up.value, 12);
    expect(down.low).toBeCloseTo(-up.high, 12);
    expect(down.high).toBeCloseTo(-up.low, 12);
  });
});

describe('two results beside each other', () => {
  const first = result({ m1: [48, 32], m2: [3, 3], h1: [2, 20] });
  const second = result({ m1: [56, 14], m3: [5, 0], h1: [3, 20] });

  test('of two consultations say where the groups are apart, what changed class, and what one alone has', () => {
    const comparison = compared(first, second, 'consultations');
    expect(comparison.only).toEqual({ before: ['m2'], after: ['m3'] });
    expect(comparison.n).toEqual({ before: 108, after: 98 });
    const [m1, h1] = ['m1', 'h1'].map((id) =>
      comparison.trajectories.find(({ trajectory }) => trajectory === id),
    );
    expect(m1).toMatchObject({ apart: true, before: { n: 80 }, after: { n: 70 } });
    expect(m1?.difference.low).toBeCloseTo(0.0524, 3);
    expect(m1).toMatchObject({ moved: { before: 'contested', after: 'common-ground' } });
    expect(h1).toMatchObject({ apart: false });
    expect(h1).not.toHaveProperty('moved');
  });

  test('of two moments call no change certain', () => {
    const { kind, trajectories } = compared(first, second, 'moments');
    expect(kind).toBe('moments');
    expect(trajectories.map(({ trajectory }) => trajectory).sort()).toEqual(['h1', 'm1']);
    for (const one of trajectories) expect(one).not.toHaveProperty('apart');
  });

  test('the same result beside itself differs in nothing', () => {
    const { trajectories, only } = compared(first, first, 'consultations');
    expect(only).toEqual({ before: [], after: [] });
    expect(trajectories).toHaveLength(3);
    for (const one of trajectories) {
      expect(one.difference.value).toBe(0);
      expect(one).toMatchObject({ apart: false });
      expect(one).not.toHaveProperty('moved');
    }
  });

  test('a result is kept with its name, to be compared later', () => {
    const moment = { schema: 1, id: 'k7', version: 0, consultation: 'sample', at: at(3), scenario: first };
    expect(Snapshot.parse({ ...moment, label: 'Avant le séminaire' })).toMatchObject({ scenario: first });
    expect(Snapshot.safeParse({ ...moment, label: '' }).success).toBe(false);
  });
});

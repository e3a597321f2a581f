import { expect, test } from '@jest/globals';
import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Stance } from '#domain/participant/ballot.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { compared } from '#scenario/comparison.ts';
import { groupScenario } from '#scenario/group.ts';
import { overYears, type PublishedResult } from '#scenario/over-years.ts';
import { ballot, catalogue, person } from './fixture.ts';

type Views = Readonly<Record<string, readonly [wish: number, against: number]>>;

const both: DomainId[] = ['mobility', 'health'];

/** The published result of a year: so many people for and against each trajectory, and the words that they read. */
function year(n: number, views: Views, words: Readonly<Record<string, string>> = {}, domains = both) {
  const tally = createTally(catalogue, domains);
  for (const [id, [wish, against]] of Object.entries(views)) {
    const say = (name: string, stance: Stance) =>
      replace(tally, `${id} ${name}`, contributionOf(person(name, { [id]: ballot(stance) })));
    for (let i = 0; i < wish; i++) say(`for ${i}`, 2);
    for (let i = 0; i < against; i++) say(`against ${i}`, -2);
  }
  const scenario = groupScenario(
    tally,
    { ...catalogue, domains: catalogue.domains.filter((one) => domains.includes(one.id)) },
    5,
  );
  const result: PublishedResult = {
    ...{ code: `c${n}`, at: `${n}-11-20T10:00:00.000Z`, scenario },
    prints: { m1: 'a', m2: 'a', m3: 'a', h1: 'a', h2: 'a', ...words },
  };
  return result;
}

const first = year(2024, { m1: [48, 32], m2: [10, 10], h1: [2, 20] });
const second = year(2026, { m1: [56, 14], m2: [3, 1], m3: [9, 9], h1: [3, 20] });
const rowOf = (all: readonly PublishedResult[], id: string) =>
  overYears(all).trajectories.find(({ trajectory }) => trajectory === id);
const states = (all: readonly PublishedResult[], id: string) =>
  rowOf(all, id)?.cells.map(({ state }) => state);

test('the earliest comes first, whatever the order they are given in; the difference and its interval are those of two consultations', () => {
  const { results, trajectories } = overYears([second, first]);
  expect(results.map(({ code, n }) => [code, n])).toEqual([
    ['c2024', first.scenario.n],
    ['c2026', second.scenario.n],
  ]);
  expect(trajectories.map(({ trajectory }) => trajectory).toSorted()).toEqual(['h1', 'm1']);
  const change = rowOf([first, second], 'm1')?.cells[1];
  const known = compared(first.scenario, second.scenario, 'consultations').trajectories.find(
    ({ trajectory }) => trajectory === 'm1',
  );
  // Newcombe 1998, table II: 56 of 70 beside 48 of 80.
  expect(change).toMatchObject({
    change: {
      value: expect.closeTo(0.2, 4),
      low: expect.closeTo(0.0524, 3),
      high: expect.closeTo(0.3339, 3),
    },
  });
  expect(change).toMatchObject({ change: { ...known?.difference, apart: true, since: 0 } });
  expect(rowOf([first, second], 'h1')?.cells[1]).toMatchObject({ change: { apart: false } });
  expect(rowOf([first, second], 'm1')?.cells[0]).not.toHaveProperty('change');
});

test('what was reworded is not compared; where figures are too few, nothing is shown', () => {
  const reworded = year(2024, { m1: [48, 32], h1: [2, 20] }, { m1: 'b' });
  const { trajectories, reworded: left, alone } = overYears([reworded, second]);
  expect(trajectories.map(({ trajectory }) => trajectory)).toEqual(['h1']);
  expect(left).toEqual(['m1']);
  expect(alone).toEqual(['m3']);
  // Nobody knows any more what was read.
  const unknown = { ...first, prints: {} };
  expect(overYears([unknown, second]).trajectories).toEqual([]);
  expect(JSON.stringify(overYears([first, second]))).not.toContain('"n":4');
});

test('of three results, each is set beside the latest before it that tells the same in the same words', () => {
  const between = year(2025, { m1: [5, 5] }, { m1: 'b' });
  const all = [first, between, second];
  expect(states(all, 'm1')).toEqual(['known', 'reworded', 'known']);
  expect(rowOf(all, 'm1')?.cells[2]).toMatchObject({ change: { since: 0 } });
  const few = year(2025, { m1: [1, 1] });
  expect(states([first, few, second], 'm1')).toEqual(['known', 'few', 'known']);
  const narrow = year(2025, { m1: [30, 10] }, {}, ['mobility']);
  expect(states([first, narrow, second], 'h1')).toEqual(['known', 'absent', 'known']);
  expect(rowOf([first, narrow, second], 'm1')?.cells[2]).toMatchObject({ change: { since: 1 } });
});

test('the same result beside itself differs in nothing; one alone is compared with nothing', () => {
  const again = { ...first, code: 'again', at: '2025-01-01T00:00:00.000Z' };
  for (const { cells } of overYears([first, again]).trajectories)
    expect(cells[1]).toMatchObject({ change: { value: 0, apart: false } });
  expect(overYears([first])).toMatchObject({ trajectories: [], reworded: [] });
  expect(overYears([])).toEqual({ results: [], trajectories: [], reworded: [], alone: [] });
});

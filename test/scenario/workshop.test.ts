import { describe, expect, test } from '@jest/globals';
import { tableBounds, WorkshopResult } from '#domain/results/workshop-result.ts';
import { workshopScenario } from '#scenario/workshop.ts';
import { at, judgedCatalogue, nearWithHome, catalogue as plain } from './fixture.ts';

const catalogue = judgedCatalogue(nearWithHome);
const both = ['mobility', 'health'] as const;

const table = (name: string, people: number, domains: WorkshopResult['domains']): WorkshopResult =>
  WorkshopResult.parse({
    schema: 1,
    id: name,
    version: 0,
    consultation: 'sample',
    at: at(3),
    by: 'account',
    table: name,
    people,
    domains,
  });

const red = table('Red', 6, {
  mobility: {
    orientation: 'near',
    kept: { m2: { horizon: 'under-5', condition: 'If the bus runs on Sundays.' }, m1: {} },
  },
  health: { orientation: 'away', kept: {}, note: 'We missed a doctor.' },
});
const blue = table('Blue', 9, {
  mobility: { orientation: 'near', kept: { m2: { horizon: 'under-5' }, m3: { horizon: 'never' } } },
  health: { orientation: 'home', kept: {} },
});
const green = table('Green', 4, { mobility: { kept: { m2: {}, gone: {} } } });

describe('what tables keep', () => {
  const { tables, people, domains, visions } = workshopScenario([red, blue, green], catalogue, both);

  test('is counted in tables, and in people at them', () => {
    expect({ tables, people }).toEqual({ tables: 3, people: 19 });
    expect(domains[0]).toMatchObject({ domain: 'mobility', tables: 3, people: 19 });
    const kept = domains[0]?.kept.map(({ trajectory, tables, people }) => [trajectory, tables, people]);
    expect(kept).toEqual([
      ['m2', 3, 19],
      ['m3', 1, 9],
      ['m1', 1, 6],
    ]);
  });

  test('comes with horizons, and with conditions under the name of their table', () => {
    const [m2] = domains[0]?.kept ?? [];
    expect(m2?.horizons).toEqual({ now: 0, 'under-5': 2, '5-to-10': 0, 'over-10': 0, never: 0 });
    expect(m2?.conditions).toEqual([{ table: 'Red', condition: 'If the bus runs on Sundays.' }]);
  });

  test('comes with the orientations they chose, and their notes', () => {
    expect(domains[1]).toEqual({
      domain: 'health',
      tables: 2,
      people: 15,
      orientations: [
        { orientation: 'home', tables: 1, people: 9 },
        { orientation: 'away', tables: 1, people: 6 },
      ],
      kept: [],
      notes: [{ table: 'Red', note: 'We missed a doctor.' }],
    });
  });

  test('is checked for holding together where a table chose in each domain', () => {
    // Near with away: near pushes health from away (-3) to home (3): 6 to gain; away pulls mobility to far: 2 to gain.
    expect(visions).toEqual([
      { table: 'Red', orientations: ['near', 'away'], inconsistency: 6 },
      { table: 'Blue', orientations: ['near', 'home'], inconsistency: 0 },
    ]);
  });
});

test('a consultation of one domain has nothing to hold together, and says nothing of the other', () => {
  const one = workshopScenario([red, blue], catalogue, ['health']);
  expect(one.domains.map(({ domain }) => domain)).toEqual(['health']);
  expect(one.visions).toEqual([]);
});

test('an orientation that the catalogue no longer has is no choice', () => {
  const lost = table('Lost', 3, {
    mobility: { orientation: 'gone', kept: {} },
    health: { orientation: 'home', kept: {} },
  });
  const { domains, visions } = workshopScenario([lost], catalogue, both);
  expect(domains.map(({ domain }) => domain)).toEqual(['health']);
  expect(visions).toEqual([]);
});

test('what strengthens what is told table by table, in their words', () => {
  const said = { helps: 'Shuttles', helped: 'The surgery' };
  const { synergies } = workshopScenario([{ ...red, synergies: [said] }, blue], catalogue, both);
  expect(synergies).toEqual([{ table: 'Red', ...said }]);
});

test('where nothing is judged nothing is checked, and without tables there is nothing', () => {
  expect(workshopScenario([red], plain, both).visions).toEqual([]);
  expect(workshopScenario([], catalogue, both)).toEqual({
    ...{ tables: 0, people: 0, domains: [], synergies: [], visions: [] },
  });
});

test.each([
  ['nobody at the table', { people: 0 }],
  ['more people than sit at one', { people: tableBounds.people + 1 }],
  ['a name too long', { table: 'x'.repeat(tableBounds.name + 1) }],
  ['no name', { table: '' }],
  ['an unknown domain', { domains: { space: { kept: {} } } }],
  [
    'a condition too long',
    { domains: { health: { kept: { h1: { condition: 'x'.repeat(tableBounds.remark + 1) } } } } },
  ],
])('a contribution with %s is refused', (_, change) => {
  expect(WorkshopResult.safeParse({ ...red, ...change }).success).toBe(false);
});

test('a contribution as long as it may be is taken', () => {
  const { name, people, remark } = tableBounds;
  expect([name, people, remark]).toEqual([80, 60, 400]);
  const longest = table('x'.repeat(name), people, {
    health: { kept: { h1: { condition: 'x'.repeat(remark) } }, note: 'x'.repeat(remark) },
  });
  expect(longest.table).toHaveLength(80);
});

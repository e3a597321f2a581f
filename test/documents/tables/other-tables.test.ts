import { describe, expect, test } from '@jest/globals';
import { catalogueTable } from '#documents/tables/catalogue-table.ts';
import { participationTable } from '#documents/tables/participation-table.ts';
import { visionTable } from '#documents/tables/vision-table.ts';
import { sampleResult } from '../sample-result.ts';

/** Rows as records, by the ids of the columns. */
const records = ({ columns, rows }: ReturnType<typeof visionTable>) =>
  rows.map((row) => Object.fromEntries(columns.map(({ id }, i) => [id, row[i]])));

describe('the table of who took part', () => {
  const result = sampleResult('fr', { people: 120, minGroup: 11 });
  const rows = records(participationTable(result));

  test('begins with everybody, who chose to', () => {
    expect(rows[0]).toMatchObject({ part_id: 'all', people: 120, note: 'Elles ont choisi de prendre part.' });
  });

  test('counts roles and kinds of place from five people on, and says why the others are empty', () => {
    const its = rows.filter(({ part_id }) => part_id === 'role' || part_id === 'territory');
    expect(new Set(its.map(({ people, note }) => [people === null, note].join()))).toEqual(
      new Set(['false,', 'true,Moins de cinq personnes, ou aucune.']),
    );
    for (const { people } of its) expect(people === null || Number(people) >= 5).toBe(true);
  });

  test('says of a provisional result no finer number than a band of five', () => {
    const { who, ...scenario } = result.scenario;
    const shown = { roles: { resident: 10, elected: 'nearly-all' as const }, territories: who.territories };
    const coarse = records(
      participationTable({ ...result, kind: 'provisional', scenario: { ...scenario, who: shown } }),
    );
    expect(coarse.filter(({ part_id }) => part_id === 'role')).toMatchObject([
      { id: 'resident', people: null, people_from: 10, people_to: 14, note: null },
      { id: 'elected', people: null, people_from: null, note: expect.stringMatching(/^Presque toutes/) },
    ]);
  });

  test('counts the people of each domain', () => {
    const domains = rows.filter(({ part_id }) => part_id === 'domain');
    expect(domains.map(({ people }) => people)).toEqual(result.scenario.domains.map(({ n }) => n));
  });
});

describe('the table of the shared vision', () => {
  const result = sampleResult('fr');
  if (result.vision.state !== 'composed') throw new Error('The sample has a vision');
  const { vision } = result.vision;
  const rows = records(visionTable(result));

  test('has a direction for each domain of each set', () => {
    const best = rows.filter(({ part_id, rank }) => part_id === 'set' && rank === 1);
    expect(best.map(({ orientation_id }) => orientation_id)).toEqual(vision.best.orientations);
    const sets = rows.filter(({ part_id }) => part_id === 'set');
    expect(sets).toHaveLength(vision.domains.length * (1 + vision.others.length));
  });

  test('gives each synergy with its strength and its reason', () => {
    const synergies = rows.filter(({ part_id }) => part_id === 'synergy');
    expect(synergies).toHaveLength(vision.synergies.length);
    for (const { strength, reason, domain_id, to_domain_id } of synergies) {
      expect([2, 3]).toContain(strength);
      expect(reason).toMatch(/\.$/);
      expect(domain_id).not.toBe(to_domain_id);
    }
  });

  test('sets what the group prefers beside what holds together, with the causes', () => {
    const tensions = rows.filter(({ part_id }) => part_id === 'tension');
    expect(
      tensions.map(({ orientation_id, to_orientation_id }) => [orientation_id, to_orientation_id]),
    ).toEqual(vision.tensions.map(({ favourite, chosen }) => [favourite, chosen]));
    expect(rows.filter(({ part_id }) => part_id === 'cause')).toHaveLength(
      vision.tensions.reduce((sum, { causes }) => sum + causes.length, 0),
    );
  });

  test.each([
    [{ state: 'none', reason: 'too-few' } as const, /Trop peu de personnes/],
    [{ state: 'none', reason: 'no-judgements' } as const, /Ce catalogue ne dit pas/],
    [{ state: 'waiting', minGroup: 5, needed: 3 } as const, /trois/],
  ])('without a vision says why: %j', (none, why) => {
    const [row, ...others] = records(visionTable({ ...result, vision: none }));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ part_id: 'none', reason: expect.stringMatching(why) });
  });
});

test('the catalogue’s texts stand in every language, for the domains of the consultation alone', () => {
  const { wording } = sampleResult('fr');
  const only = { ...wording, consultation: { ...wording.consultation, domains: ['health' as const] } };
  const rows = records(catalogueTable(only));
  const health = wording.catalogue.domains.find(({ id }) => id === 'health')?.trajectories ?? [];
  expect(rows).toHaveLength(health.length * 2);
  for (const { domain_id, summary, risk } of rows) {
    expect(domain_id).toBe('health');
    expect([summary, risk]).not.toContain(null);
  }
});

import { describe, expect, test } from '@jest/globals';
import { judgeWorkshopResult, type WorkshopSaying } from '#domain/results/judge-workshop-result.ts';
import { tableLeaves, withUnasked } from '#domain/results/table-leaves.ts';
import { catalogue } from '#test/wording/sample.ts';

const [domain] = catalogue.domains.filter(({ id }) => id === 'mobility');
if (domain === undefined) throw new Error('No such domain');
const [first = '', second = ''] = domain.trajectories.map(({ id }) => id);
const [orientation = ''] = domain.orientations;

const saying: WorkshopSaying = {
  table: 'Table 3',
  people: 6,
  domains: {
    mobility: { orientation, kept: { [first]: { horizon: 'now', condition: 'Si' } }, note: 'Qui paie ?' },
  },
  synergies: [{ helps: 'Les navettes', helped: 'La maison de santé', because: 'On y arrive' }],
};

const judged = (synergies: NonNullable<WorkshopSaying['synergies']>, domains = saying.domains) =>
  judgeWorkshopResult({ ...saying, domains, synergies }, { domains: [domain], taken: [], besides: [] });

describe('the synergies of a table', () => {
  test('are kept without the rows in which nothing is written', () => {
    const nothing = { helps: '', helped: '' };
    const one = { helps: 'a', helped: 'b' };
    expect(judged([nothing, one, nothing])).toMatchObject({ saying: { synergies: [one] } });
    expect('saying' in judged([nothing]) && judged([nothing])).not.toHaveProperty('saying.synergies');
  });

  test.each([
    [{ helps: 'a', helped: '' }, 'helped'],
    [{ helps: '', helped: 'b' }, 'helps'],
    [{ helps: '', helped: '', because: 'c' }, 'helps'],
  ])('say what helps and what is helped: %j', (half, at) => {
    expect(judged([{ helps: '', helped: '' }, half])).toEqual({
      problems: [{ path: ['synergies', '1', at], code: 'half', facts: {} }],
    });
  });

  test('are no longer than other remarks', () => {
    const problems = [{ path: ['synergies', '0', 'because'], code: 'remark', facts: { most: 400 } }];
    expect(judged([{ helps: 'a', helped: 'b', because: 'x'.repeat(401) }])).toEqual({ problems });
  });

  test('are enough for a table to have said something', () => {
    expect(judged([{ helps: 'a', helped: 'b' }], {})).toHaveProperty('saying');
  });
});

describe('a table field by field', () => {
  test('names every field that its sheets ask, with nothing where nothing is said', () => {
    const leaves = tableLeaves(saying, [domain]);
    expect(leaves.size).toBe(2 + 2 + 3 * domain.trajectories.length + 15);
    expect(Object.fromEntries([...leaves].filter(([, text]) => text !== ''))).toEqual({
      ...{
        table: 'Table 3',
        people: '6',
        'orientation-mobility': orientation,
        'note-mobility': 'Qui paie ?',
      },
      ...{ [`kept-${first}`]: first, [`horizon-${first}`]: 'now', [`condition-${first}`]: 'Si' },
      ...{ 'helps-1': 'Les navettes', 'helped-1': 'La maison de santé', 'because-1': 'On y arrive' },
    });
  });
});

describe('what is no longer asked', () => {
  const before = {
    mobility: { orientation, kept: { [first]: {}, gone: { horizon: 'now' as const } } },
    health: { kept: {}, note: 'Plus demandé' },
  };

  test('stays as it was said, beside what is said now', () => {
    const now = { mobility: { kept: { [second]: {} } } };
    expect(withUnasked(now, before, [domain])).toEqual({
      mobility: { kept: { [second]: {}, gone: { horizon: 'now' } } },
      health: before.health,
    });
  });

  test('stays where nothing is said of its domain any more', () => {
    expect(withUnasked({}, before, [domain])).toEqual({
      mobility: { kept: { gone: { horizon: 'now' } } },
      health: before.health,
    });
  });
});

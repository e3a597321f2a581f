import { expect, test } from '@jest/globals';
import { applySettings } from '#domain/consultation/settings/apply-settings.ts';
import { leavesOf } from '#domain/consultation/settings/leaves.ts';
import type { ConsultationSettings } from '#domain/consultation/settings/settings.ts';
import { catalogue, newConsultation } from '#test/conversations/world.ts';

const context = {
  catalogues: [catalogue] as const,
  now: '2026-11-23T10:00:00.000Z',
  usualInformation: () => 'Comme toujours.',
};
const [here = '', there = ''] = catalogue.territories;
const [role = ''] = catalogue.roles;
type Figures = NonNullable<ConsultationSettings['townFigures']>;
const figures: Figures = {
  source: ' Insee 2021 ',
  roles: { [role]: 12.5 },
  territories: { [here]: 60.4, [there]: 39.2 },
};

const set = (given: ConsultationSettings, before = newConsultation()) =>
  applySettings(before, given, context);
const wrongIn = (townFigures: Figures) => {
  const applied = set({ townFigures });
  return 'problems' in applied ? applied.problems.map(({ path, code }) => [...path, code].join('/')) : [];
};

test('are kept while people answer, rounded as they are, and taken back', () => {
  const said = set({ townFigures: figures });
  if ('problems' in said) throw new Error(JSON.stringify(said.problems));
  expect(said.consultation.townFigures).toEqual({ ...figures, source: 'Insee 2021' });
  for (const none of [null, { source: '', roles: {}, territories: {} }])
    expect(set({ townFigures: none }, said.consultation)).not.toHaveProperty('consultation.townFigures');
  expect(set({ expected: 9 }, said.consultation)).toHaveProperty('consultation.townFigures');
});

test.each<[string, Partial<Figures>, readonly string[]]>([
  ['words', { roles: { [role]: Number.NaN } }, [`roles/${role}/wrong-share`]],
  ['over a hundred', { roles: { [role]: 100.1 } }, [`roles/${role}/wrong-share`]],
  ['under nothing', { territories: { [here]: -1 } }, [`territories/${here}/wrong-share`]],
  ['places that make no whole', { territories: { [here]: 50 } }, ['territories/wrong-sum']],
  ['places that make too much', { territories: { [here]: 60, [there]: 41.1 } }, ['territories/wrong-sum']],
  ['a whole by rounding', { territories: { [here]: 60, [there]: 41 } }, []],
  ['roles that make no whole', { roles: { [role]: 3 } }, []],
  ['nobody’s role', { roles: { king: 3 } }, ['roles/king/unknown']],
  ['nobody who counted', { source: ' ' }, ['source/wrong-source']],
  ['too long a source', { source: 's'.repeat(121) }, ['source/wrong-source']],
  ['a source of nothing', { roles: {}, territories: {} }, ['territories/no-share']],
])('%s', (_, change, problems) => {
  expect(wrongIn({ ...figures, ...change })).toEqual(problems);
});

test('nothing in who counted turns round what is read after it', () => {
  const said = set({ townFigures: { ...figures, source: 'Insee\u202e\n2021' } });
  expect('consultation' in said && said.consultation.townFigures?.source).toBe('Insee 2021');
});

test('are settings one by one', () => {
  expect([...leavesOf({ townFigures: figures })]).toEqual([
    ['townFigures-source', 'Insee 2021'],
    [`townFigures-roles-${role}`, '12.5'],
    [`townFigures-territories-${here}`, '60.4'],
    [`townFigures-territories-${there}`, '39.2'],
  ]);
});

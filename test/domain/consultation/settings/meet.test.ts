import { expect, test } from '@jest/globals';
import { leavesOf, withoutLeaves } from '#domain/consultation/settings/leaves.ts';
import { meet } from '#domain/records/meet.ts';

const drawn = new Map([
  ['contact', 'a@b.example'],
  ['controller', 'Mairie'],
]);
const wasDrawn = (name: string, text: string) => {
  const its = drawn.get(name);
  return its === undefined ? undefined : its === text;
};
const met = (mine: object, standing: object) => {
  const { theirs, conflicts } = meet(leavesOf(mine), leavesOf(standing), wasDrawn);
  return { theirs: [...theirs], conflicts };
};

test.each<[string, object, object, object]>([
  [
    'what nobody changed',
    { contact: 'a@b.example' },
    { contact: 'a@b.example' },
    { theirs: [], conflicts: [] },
  ],
  ['what I changed alone', { contact: 'me' }, { contact: 'a@b.example' }, { theirs: [], conflicts: [] }],
  [
    'what they changed alone',
    { contact: 'a@b.example' },
    { contact: 'they' },
    { theirs: ['contact'], conflicts: [] },
  ],
  ['what both changed to the same', { contact: 'us' }, { contact: 'us' }, { theirs: [], conflicts: [] }],
  [
    'what both changed otherwise',
    { contact: 'me', controller: 'Mairie' },
    { contact: 'they', controller: 'Ville' },
    { theirs: ['controller'], conflicts: [{ name: 'contact', theirs: 'they', mine: 'me' }] },
  ],
  [
    'what was not drawn is taken as it is sent',
    { accent: '#000000' },
    { accent: '#ffffff' },
    { theirs: [], conflicts: [] },
  ],
])('%s', (_, mine, standing, expected) => {
  expect(met(mine, standing)).toEqual(expected);
});

test('settings one by one, those in several languages by language, and without some of them', () => {
  const settings = {
    title: { fr: ' Ici\r\nlà ', en: 'Here' },
    kinds: ['b', 'a'],
    closes: null,
    expected: 40,
  };
  expect([...leavesOf(settings)]).toEqual([
    ['title-fr', 'Ici\nlà'],
    ['title-en', 'Here'],
    ['kinds', 'a\nb'],
    ['expected', '40'],
    ['closes', ''],
  ]);
  expect(withoutLeaves(settings, new Set(['title-fr', 'kinds']))).toEqual({
    ...{ title: { en: 'Here' }, closes: null, expected: 40 },
  });
  expect(withoutLeaves({ title: { fr: 'x' } }, new Set(['title-fr']))).toEqual({});
});

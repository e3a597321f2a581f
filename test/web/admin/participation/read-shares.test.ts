import { expect, test } from '@jest/globals';
import { readPasted, readShare } from '#web/admin/participation/read-shares.ts';

test.each([
  ['', undefined],
  ['  ', undefined],
  ['12,5', 12.5],
  ['12.5 %', 12.5],
  [' 8 %', 8],
  ['-5', Number.NaN],
  ['beaucoup', Number.NaN],
  ['1e2', Number.NaN],
  ['120', 120],
])('%j is the share %p', (written, share) => {
  expect(readShare(written)).toBe(share);
});

const names = new Map([
  ['roles-student', 'Élève ou étudiante'],
  ['roles-retired', 'Retraitée ou retraité'],
]);
const read = (table: string) => {
  const { shares, unread } = readPasted(table, names);
  return [[...shares], unread];
};

test('a table of a spreadsheet is read, its head and empty lines passed over', () => {
  expect(read('Rôle\tPart\r\nélève ou etudiante\t8,5 %\r\n\r\n"Retraitée ou retraité"\t27\t\r\n')).toEqual([
    [
      ['roles-student', '8,5'],
      ['roles-retired', '27'],
    ],
    [],
  ]);
});

test('so are lines as somebody types them', () => {
  expect(read('Élève ou étudiante : 8,5 %\nRetraitée ou retraité;27')[0]).toEqual([
    ['roles-student', '8,5'],
    ['roles-retired', '27'],
  ]);
});

test('what names nobody is told, and hostile lines cost nothing', () => {
  expect(read('Roi 3\nRetraitée ou retraité')).toEqual([[], ['Roi 3', 'Retraitée ou retraité']]);
  const begun = performance.now();
  read(`${'1 '.repeat(20_000)}x\n`.repeat(300));
  expect(performance.now() - begun).toBeLessThan(500);
});

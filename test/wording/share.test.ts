import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { divided } from '#cards/parts/elements.ts';
import { agreement, people, peopleOf } from '#wording/share.ts';
import { sampleWording } from './sample.ts';

const [fr, en] = [sampleWording('fr'), sampleWording('en')];

describe('a share of people', () => {
  test.each([
    [7, 10, 'sept personnes sur dix'],
    [14, 20, 'sept personnes sur dix'],
    [1, 10, 'une personne sur dix'],
    [3, 5, 'trois personnes sur cinq'],
    [1, 5, 'une personne sur cinq'],
    [5, 7, 'cinq personnes sur sept'],
    [23, 27, 'environ neuf personnes sur dix'],
    [2, 26, 'environ une personne sur dix'],
    [1, 100, 'moins d’une personne sur dix'],
    [99, 100, 'plus de neuf personnes sur dix'],
    [0, 27, 'aucune personne'],
    [27, 27, 'les 27 personnes'],
    [7, 7, 'les sept personnes'],
  ])('%i of %i is said « %3$s »', (count, n, said) => {
    expect(people({ share: count / n, n }, 'exact', fr)).toBe(said);
  });

  test('is said in English', () => {
    const said = (share: number, n: number) => people({ share, n }, 'exact', en);
    expect(said(0.7, 10)).toBe('seven people out of ten');
    expect(said(1 / 5, 5)).toBe('one person out of five');
    expect(said(0, 10)).toBe('nobody');
    expect(said(1, 24)).toBe('all 24 people');
  });

  test.each([
    [24, 24, 'voices', 'les 24 personnes qui ont donné un avis'],
    [8, 8, 'voices', 'les huit personnes qui ont donné un avis'],
    [6, 8, 'voices', 'six des huit personnes qui ont donné un avis'],
    [0, 8, 'voices', 'aucune des huit personnes qui ont donné un avis'],
    [17, 24, 'voices', 'environ sept personnes sur dix, parmi les 24 qui ont donné un avis'],
    [3, 27, 'examined', 'environ une personne sur dix, parmi les 27 qui l’ont examinée'],
    [27, 27, 'examined', 'les 27 personnes qui l’ont examinée'],
  ] as const)('%i of %i %s is said with its denominator', (count, n, whom, said) => {
    expect(peopleOf({ share: count / n, n }, whom, 'exact', fr)).toBe(said);
  });

  test.each([
    [0.1, 5, 'voices', 'environ une personne sur dix, ou moins, d’après quelques avis'],
    [0.6, 11, 'voices', 'environ six personnes sur dix, d’après une dizaine d’avis'],
    [0.6, 21, 'voices', 'environ six personnes sur dix, d’après une vingtaine d’avis'],
    [
      0.9,
      76,
      'examined',
      'environ neuf personnes sur dix, ou plus, parmi environ 80 personnes qui l’ont examinée',
    ],
    [0.3, 4811, 'voices', 'environ trois personnes sur dix, d’après environ 4 800 avis'],
  ] as const)('%d of a band from %i up is said roughly', (share, n, whom, said) => {
    expect(peopleOf({ share, n }, whom, 'coarse', fr).replace(/[\u202f\u00a0]/g, ' ')).toBe(said);
  });

  test('is never said as none or all unless it is so, and is off by a twentieth at most', () => {
    const numbers = new Map(
      Array.from({ length: 11 }, (_, n) => [fr.say('reading.number.feminine', { n }), n] as const),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (n, draw) => {
        const count = draw % (n + 1);
        const said = people({ share: count / n, n }, 'exact', fr);
        expect(said === 'aucune personne').toBe(count === 0);
        expect(/^(les|la seule) /.test(said)).toBe(count === n);
        const [, part = '', whole = ''] = /^(?:environ )?(\S+) personnes? sur (\S+)$/.exec(said) ?? [];
        if (part === '') return;
        const off = Math.abs((numbers.get(part) ?? NaN) / (numbers.get(whole) ?? NaN) - count / n);
        expect(off).toBeLessThanOrEqual(said.startsWith('environ') ? 0.05 + 1e-9 : 1e-9);
      }),
    );
  });
});

test('agreement is said in four ways', () => {
  const said = [-1, -0.01, 0, 0.29, 0.3, 0.59, 0.6, 1].map((a) => agreement(a, fr));
  expect(said.map((words) => said.indexOf(words))).toEqual([0, 0, 2, 2, 4, 4, 6, 6]);
});

test('a bar shows against and for at their lengths, to a thousandth, and its middle stands in the middle', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (first, rest) => {
      const [against, favour] = [first, (1 - first) * rest];
      const columns = divided(against, favour).columns as { width: number; style: string }[];
      const width = (wanted: string) => columns.find(({ style }) => style === wanted)?.width ?? 0;
      expect(Math.abs(columns.reduce((sum, one) => sum + one.width, 0) - 2000)).toBeLessThanOrEqual(2);
      expect(Math.abs(width('attention') / 1000 - against)).toBeLessThanOrEqual(0.0005 + 1e-12);
      expect(Math.abs(width('accent') / 1000 - favour)).toBeLessThanOrEqual(0.0005 + 1e-12);
      const start = columns.findIndex(({ style }) => style !== 'default');
      const left = columns.slice(0, start).reduce((sum, one) => sum + one.width, 0);
      const middle = left + width('attention') + width('emphasis') / 2;
      expect(Math.abs(middle - 1000)).toBeLessThanOrEqual(2);
    }),
  );
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { divided } from '#cards/parts/elements.ts';
import { agreement, people } from '#wording/share.ts';
import { sampleWording } from './sample.ts';

const [fr, en] = [sampleWording('fr'), sampleWording('en')];

describe('a share of people', () => {
  test.each([
    [7, 10, '7 personnes sur 10'],
    [14, 20, '7 personnes sur 10'],
    [1, 10, '1 personne sur 10'],
    [3, 5, '3 personnes sur 5'],
    [1, 5, '1 personne sur 5'],
    [5, 7, '5 personnes sur 7'],
    [23, 27, 'environ 9 personnes sur 10'],
    [2, 26, 'environ 1 personne sur 10'],
    [1, 100, 'moins d’une personne sur 10'],
    [99, 100, 'plus de 9 personnes sur 10'],
    [0, 27, 'aucune personne'],
    [27, 27, 'toutes les personnes'],
  ])('%i of %i is said « %3$s »', (count, n, said) => {
    expect(people(count / n, n, fr)).toBe(said);
  });

  test('is said in English', () => {
    expect(people(0.7, 10, en)).toBe('7 people out of 10');
    expect(people(1 / 5, 5, en)).toBe('1 person out of 5');
    expect(people(0, 10, en)).toBe('nobody');
  });

  test('is never said as none or all unless it is so, and is off by a twentieth at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (n, draw) => {
        const count = draw % (n + 1);
        const said = people(count / n, n, fr);
        expect(said === 'aucune personne').toBe(count === 0);
        expect(/^(toutes|la seule)/.test(said)).toBe(count === n);
        const [, part, whole] = /^(?:environ )?(\d+) personnes? sur (\d+)$/.exec(said) ?? [];
        if (part === undefined) return;
        const off = Math.abs(Number(part) / Number(whole) - count / n);
        expect(off).toBeLessThanOrEqual(said.startsWith('environ') ? 0.05 + 1e-9 : 1e-9);
      }),
    );
  });
});

test('agreement is said in four ways', () => {
  const said = [-1, -0.01, 0, 0.29, 0.3, 0.59, 0.6, 1].map((a) => agreement(a, fr));
  expect(said.map((words) => said.indexOf(words))).toEqual([0, 0, 2, 2, 4, 4, 6, 6]);
});

test('a bar shows against and for at their lengths, to a thousandth', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (first, rest) => {
      const [against, favour] = [first, (1 - first) * rest];
      const columns = divided(against, favour).columns as { width: number; style: string }[];
      const width = (wanted: string) => columns.find(({ style }) => style === wanted)?.width ?? 0;
      expect(Math.abs(columns.reduce((sum, one) => sum + one.width, 0) - 1000)).toBeLessThanOrEqual(1);
      expect(Math.abs(width('attention') / 1000 - against)).toBeLessThanOrEqual(0.0005 + 1e-12);
      expect(Math.abs(width('accent') / 1000 - favour)).toBeLessThanOrEqual(0.0005 + 1e-12);
    }),
  );
});

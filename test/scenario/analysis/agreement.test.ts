import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementA, potentialForConflict, wilson } from '#scenario/analysis/agreement.ts';

const counts = fc.array(fc.nat(200), { minLength: 2, maxLength: 9 });
const peopled = counts.filter((some) => some.some((count) => count > 0));

describe('Wilson interval', () => {
  test('agrees with published values', () => {
    expect(wilson(0, 10).low).toBe(0);
    expect(wilson(0, 10).high).toBeCloseTo(0.2775, 4);
    expect(wilson(5, 10).low).toBeCloseTo(0.2366, 4);
    expect(wilson(5, 10).high).toBeCloseTo(0.7634, 4);
  });

  test('knows nothing of nobody', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  test('holds the share, within 0 and 1, and grows with the successes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (n, draw) => {
        const k = draw % n;
        const here = wilson(k, n);
        const next = wilson(k + 1, n);
        expect(here.low).toBeGreaterThanOrEqual(0);
        expect(here.low).toBeLessThanOrEqual(k / n);
        expect(here.high).toBeGreaterThanOrEqual(k / n);
        expect(next.high).toBeLessThanOrEqual(1);
        expect(next.low).toBeGreaterThan(here.low);
        expect(next.high).toBeGreaterThan(here.high);
      }),
    );
  });

  test('is narrower when more people say the same, and symmetric', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 2, max: 20 }), (yes, no, times) => {
        fc.pre(yes + no > 0);
        const few = wilson(yes, yes + no);
        const many = wilson(yes * times, (yes + no) * times);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
        expect(wilson(no, yes + no).low).toBeCloseTo(1 - few.high, 10);
      }),
    );
  });
});

describe("van der Eijk's A", () => {
  test('agrees with the worked example of the paper', () => {
    expect(agreementA([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.6113333, 7);
  });

  test.each([
    [[5, 0, 0, 0, 5], -1],
    [[1, 1, 0, 0, 0], 0.75],
    [[7, 7, 7, 7, 7], 0],
    [[0, 0, 12, 0, 0], 1],
    [[4], 1],
    [[0, 0, 0], 0],
  ])('%j is %d', (some, agreement) => {
    expect(agreementA(some)).toBeCloseTo(agreement, 10);
  });

  test('lies between -1 and 1, whichever end is read first, however many people say it', () => {
    fc.assert(
      fc.property(peopled, fc.integer({ min: 2, max: 9 }), (some, times) => {
        const agreement = agreementA(some);
        expect(agreement).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(agreement).toBeLessThanOrEqual(1 + 1e-9);
        expect(agreementA([...some].reverse())).toBeCloseTo(agreement, 9);
        expect(agreementA(some.map((count) => count * times))).toBeCloseTo(agreement, 9);
      }),
    );
  });
});

describe('potential for conflict', () => {
  test.each([
    [[5, 0, 0, 0, 5], 1],
    [[0, 0, 0, 0, 9], 0],
    [[5, 0, 5, 0, 0], 0],
    [[5, 5, 0, 0, 0], 0],
    // 2 x 400 x (2 + 3 + 1 + 2) over 3 x 100 x 100 / 2.
    [[20, 20, 20, 20, 20], 6400 / 15000],
    [[0, 0, 0, 0, 0], 0],
  ])('of %j with a neutral point is %d', (some, conflict) => {
    expect(potentialForConflict(some, { neutral: true })).toBeCloseTo(conflict, 10);
  });

  test('of a scale without a neutral point counts all pairs of opposite sides', () => {
    expect(potentialForConflict([0, 5, 5, 0], { neutral: false })).toBeCloseTo(1 / 3, 10);
  });

  test('lies between 0 and 1, whichever end is read first', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (some, neutral) => {
        const conflict = potentialForConflict(some, { neutral });
        expect(conflict).toBeGreaterThanOrEqual(0);
        expect(conflict).toBeLessThanOrEqual(1 + 1e-9);
        expect(potentialForConflict([...some].reverse(), { neutral })).toBeCloseTo(conflict, 9);
      }),
    );
  });
});

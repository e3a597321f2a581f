import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Figures } from '#domain/results/group-scenario.ts';
import { coarseFigures } from '#scenario/analysis/disclosure/coarse.ts';

const share = (of: number) => ({ share: of, low: 0, high: 1 });
const exact = (support: number, opposition: number): Figures => ({
  n: 15,
  examined: 16,
  dontKnowRate: 1 / 16,
  support: share(support),
  opposition: share(opposition),
  agreement: 0.2,
  kept: 0.5,
  benefits: {
    'quality-of-life': 0.5,
    environment: 0,
    jobs: 0,
    performance: 0,
    resilience: 0,
    openness: 0,
  },
});

test('whatever a figure is blurred by, it is a tenth, and the two sides are no more than everybody', () => {
  const blur = fc.double({ min: -20, max: 20, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 15 }),
      fc.array(blur, { minLength: 4, maxLength: 4 }),
      (wish, by) => {
        const seen = coarseFigures(exact(wish / 15, (15 - wish) / 15), 5, (name) => by[name.length % 4] ?? 0);
        const tenths = [seen.support.share, seen.opposition.share, seen.kept, seen.dontKnowRate].map(
          (one) => one * 10,
        );
        for (const one of tenths) expect(Math.abs(one - Math.round(one))).toBeLessThan(1e-9);
        expect(Math.round(tenths[0] ?? 0) + Math.round(tenths[1] ?? 0)).toBeLessThanOrEqual(10);
        expect([5, 10, 15]).toContain(seen.n);
      },
    ),
  );
});

test('not blurred, it is what it was', () => {
  expect(coarseFigures(exact(0.6, 0.4), 5, () => 0)).toMatchObject({
    n: 15,
    support: { share: 0.6 },
    opposition: { share: 0.4 },
    kept: 0.5,
  });
});

test('one person more does not show for sure: any tenth may come of any count', () => {
  for (const wish of [0, 7, 8, 15])
    for (const tenth of [1, 5, 9]) {
      const by = (tenth / 10 - wish / 15) * 12;
      const { support } = coarseFigures(exact(wish / 15, 0), 5, (name) => (name === 'support' ? by : 0));
      expect(support.share).toBeCloseTo(tenth / 10);
    }
});

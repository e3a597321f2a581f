import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { counting, freeAt, perThread } from '#channels/bot-framework/connector/quota.ts';
import { fits } from './fits.ts';

const gaps = fc.array(fc.oneof(fc.nat(300), fc.nat(40_000)), { maxLength: 200 });

test('who waits that long stays within every limit, and not a moment longer than needed', () => {
  fc.assert(
    fc.property(gaps, (idle) => {
      const went: number[] = [];
      let now = 0;
      for (const gap of idle) {
        const asked = now + gap;
        now = Math.max(asked, freeAt(perThread, went));
        if (now > asked) expect(fits(perThread, [...went, now - 1])).toBe(false);
        went.push(now);
      }
      expect(fits(perThread, went)).toBe(true);
    }),
  );
});

test('what no longer counts makes no difference', () => {
  fc.assert(
    fc.property(gaps, fc.nat(4_000_000), (idle, later) => {
      const went = idle.map((_, i) => idle.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0));
      const now = (went.at(-1) ?? 0) + later;
      const kept = counting(perThread, went, now);
      expect(Math.max(now, freeAt(perThread, kept))).toBe(Math.max(now, freeAt(perThread, went)));
    }),
  );
});

test.each([
  [6, 1000, 0],
  [7, 1000, 1000],
  [8, 2000, 2000],
  [60, 30_000, 30_000],
  [1800, 3_600_000, 3_600_000],
])('after %i at once in %i ms: at %i', (n, _within, at) => {
  const went = Array.from({ length: n }, () => 0);
  expect(Math.max(0, freeAt(perThread, went))).toBe(at);
});

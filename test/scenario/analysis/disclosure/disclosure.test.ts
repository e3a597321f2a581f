import { describe, expect, test } from '@jest/globals';
import { publishableMentions, publishableParts } from '#scenario/analysis/disclosure/breakdown.ts';
import { mayRelease } from '#scenario/group-view.ts';

describe('a breakdown', () => {
  test('hides a small count with the smallest of the others', () => {
    expect(publishableParts({ a: 2, b: 9, c: 0, d: 30, e: 9 }, 5)).toEqual({
      a: null,
      b: null,
      c: 0,
      d: 30,
      e: null,
    });
  });

  test('is hidden whole when every count is small', () => {
    expect(publishableParts({ a: 4, b: 3, c: 0 }, 5)).toEqual({ a: null, b: null, c: null });
  });

  test('of several mentions a person hides the small counts alone', () => {
    expect(publishableMentions({ a: 4, b: 5, c: 0 }, 5)).toEqual({ a: null, b: 5, c: 0 });
  });

  test('leaves two values at least to someone who knows the rule and tries every breakdown', () => {
    for (const minGroup of [3, 4, 5]) {
      for (let people = minGroup; people <= 16; people++) {
        const seen = new Map<string, Set<number>[]>();
        for (const parts of breakdowns(people, 3)) {
          const shown = Object.values(publishableParts(Object.fromEntries(parts.entries()), minGroup));
          const values = seen.get(`${shown}`) ?? shown.map(() => new Set<number>());
          for (const [i, count] of parts.entries()) values[i]?.add(count);
          seen.set(`${shown}`, values);
        }
        for (const values of seen.values())
          for (const value of values) {
            const small = [...value].some((count) => count > 0 && count < minGroup);
            if (small) expect(value.size).toBeGreaterThan(1);
          }
      }
    }
  });
});

function breakdowns(people: number, categories: number): number[][] {
  if (categories === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) => first).flatMap((first) =>
    breakdowns(people - first, categories - 1).map((rest) => [first, ...rest]),
  );
}

describe('a release', () => {
  const before = { at: '2026-11-01T08:00:00.000Z' };

  test('waits for the smallest group, then for as many changes', () => {
    expect(mayRelease(undefined, { n: 4, changed: 4 }, 5)).toBe(false);
    expect(mayRelease(undefined, { n: 5, changed: 5 }, 5)).toBe(true);
    expect(mayRelease(before, { n: 9, changed: 4 }, 5)).toBe(false);
    expect(mayRelease(before, { n: 9, changed: 5 }, 5)).toBe(true);
    expect(mayRelease(before, { n: 4, changed: 9 }, 5)).toBe(false);
  });
});

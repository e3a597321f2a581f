import { describe, expect, test } from '@jest/globals';
import { coarsePart, type PartOf, partsOf } from '#domain/results/part-of.ts';
import { toldPart } from '#domain/results/told-part.ts';

const least = 5;
const parts = (counts: Record<string, number>, all: number) =>
  partsOf(new Map(Object.entries(counts)), all, least);

describe('people by category', () => {
  test('are told from five on; all but a few are nearly all; of fewer it is not told whether there is anybody', () => {
    expect(parts({ resident: 19, elected: 4, teacher: 5, student: 0 }, 20)).toEqual({
      resident: 'nearly-all',
      elected: 'few',
      teacher: 5,
      student: 'few',
    });
    expect(parts({ resident: 20 }, 20)).toEqual({ resident: 20 });
    expect(parts({ resident: 15 }, 20)).toEqual({ resident: 15 });
  });

  test('are nobody as long as nobody came', () => {
    expect(parts({ resident: 0 }, 0)).toEqual({ resident: 0 });
  });

  test('tell nothing of the first who come', () => {
    expect(parts({ elected: 1, resident: 0 }, 1)).toEqual(parts({ elected: 0, resident: 1 }, 1));
  });

  test('are bands of five as long as a result is coarse', () => {
    expect((['few', 'nearly-all', 0, 5, 9, 10, 23] as const).map((part) => coarsePart(part, least))).toEqual([
      ...['few', 'nearly-all', 0, 5, 5, 10, 20],
    ]);
    expect(toldPart(20, 'provisional')).toEqual({ from: 20, to: 24 });
    expect(toldPart(20, 'final')).toBe(20);
    expect(toldPart('few', 'provisional')).toBe('few');
  });
});

/** Each way to deal people out among so many categories. */
function dealt(people: number, categories: number): number[][] {
  if (categories === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) => first).flatMap((first) =>
    dealt(people - first, categories - 1).map((rest) => [first, ...rest]),
  );
}

/** What whoever knows the rule and how many people there are can tell of each category: its counts in all worlds that look alike. */
function worlds(all: number, counts: readonly (readonly number[])[]) {
  const seen = new Map<string, { told: PartOf[]; mayBe: Set<number>[] }>();
  for (const world of counts) {
    const told = Object.values(parts(Object.fromEntries(world.entries()), all));
    const known = seen.get(`${told}`) ?? { told, mayBe: world.map(() => new Set<number>()) };
    for (const [i, count] of world.entries()) known.mayBe[i]?.add(count);
    seen.set(`${told}`, known);
  }
  return [...seen.values()];
}

/** Whether one may tell that there is somebody in a category, and fewer than five. */
const tells = ({ mayBe }: ReturnType<typeof worlds>[number]) =>
  mayBe.some((counts) => [...counts].every((count) => count > 0 && count < least));

test('subtracting tells no small number of people, where each is in one category or does not say', () => {
  for (let all = 1; all <= 16; all++) {
    // The last place: those who do not say.
    const counts = dealt(all, 4).map((world) => world.slice(0, 3));
    expect(worlds(all, counts).filter(tells)).toEqual([]);
  }
});

test('nor where people may be in several', () => {
  const upTo = (all: number) => Array.from({ length: all + 1 }, (_, n) => n);
  for (let all = 1; all <= 12; all++) {
    const counts = upTo(all).flatMap((a) => upTo(all).map((b) => [a, b]));
    expect(worlds(all, counts).filter(tells)).toEqual([]);
  }
});

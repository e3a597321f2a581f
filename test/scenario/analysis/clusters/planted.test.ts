import { expect, test } from '@jest/globals';
import { runs } from '../../../runs.ts';
import { findingsOf } from './found.ts';
import type { Planted } from './planted.ts';

const seedsFrom = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);

const camps: readonly (readonly [Planted, number, number, number])[] = [
  ['two camps', 100, 0.9, 0.9],
  ['three camps', 100, 0.85, 0.7],
  ['four camps', 400, 0.8, 0.8],
];

test.each(camps)(
  '%s of %i people in all are found: a Rand index of %f in %f of the draws',
  (kind, people, index, often) => {
    const seeds = seedsFrom(1_001, people > 100 ? runs(1, 20) : runs(3, 50));
    const { shapes, rand, adjusted } = findingsOf(kind, people, seeds);
    console.info(`${kind}, ${people}:`, shapes, 'adjusted', adjusted.map((one) => one.toFixed(2)).join(' '));
    expect(rand.filter((one) => one >= index).length).toBeGreaterThanOrEqual(
      Math.floor(often * seeds.length),
    );
  },
);

const spreads: readonly Planted[] = [
  'one normal trait',
  'one uniform trait',
  'two normal traits',
  'two uniform traits',
];

test.each(spreads)('%s: opinion that is spread out is said to be, and no camps are announced', (kind) => {
  for (const people of [40, 100, 400]) {
    const seeds = seedsFrom(2_001, people > 100 ? runs(0, 20) : runs(1, 50));
    const { shapes, announced } = findingsOf(kind, people, seeds);
    expect(announced).toBeLessThanOrEqual(Math.floor(seeds.length / 10));
    expect(shapes.get('spread') ?? 0).toBeGreaterThanOrEqual(Math.floor(seeds.length * 0.7));
  }
});

test('answers at random are no groups, and spread out along nothing', () => {
  for (const people of [40, 100]) {
    const seeds = seedsFrom(3_001, runs(1, 50));
    expect(findingsOf('noise', people, seeds).shapes.get('unclear')).toBe(seeds.length);
  }
});

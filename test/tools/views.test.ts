import { expect, test } from '@jest/globals';
import { viewsIn, viewsLine } from '#src/tools/simulate/views.ts';

const stories = [{ stances: ['a', 'b'] }, { stances: ['a'] }, { stances: [] }];

test('views are counted by trajectory, those that nobody saw among them', () => {
  expect(viewsIn(stories)).toEqual([2, 1]);
  expect(viewsIn(stories, ['a', 'b', 'c'])).toEqual([2, 1, 0]);
});

test('the line says how many would have figures', () => {
  expect(viewsLine([12, 6, 5, 1])).toBe(
    'views of 4 trajectories: mean 6.0, lowest 1; with figures after closing: 3 for a smallest group of 5, 1 for 11',
  );
});

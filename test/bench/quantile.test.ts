import { expect, test } from '@jest/globals';
import { quantile } from './quantile.ts';

test('a quantile is one of the values, whatever their order', () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.5, 0.99, 1].map((share) => quantile(values, share))).toEqual([1, 3, 5, 5]);
  expect(quantile([], 0.5)).toBeNaN();
});

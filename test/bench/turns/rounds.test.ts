import { expect, test } from '@jest/globals';
import { isWarm } from './rounds.ts';

test('a side is warm once it took enough turns and takes no more a second than before', () => {
  expect(isWarm([])).toBe(false);
  expect(isWarm([9_000, 9_100])).toBe(true);
  expect(isWarm([2_000, 3_000, 4_000])).toBe(false);
  expect(isWarm([2_000, 3_000, 4_000, 4_010])).toBe(true);
});

test('a slow side is warmed up for as many turns as a quick one', () => {
  expect(isWarm([400, 390, 380])).toBe(false);
  expect(isWarm(Array.from({ length: 20 }, () => 400))).toBe(true);
});

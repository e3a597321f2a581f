import { expect, test } from '@jest/globals';
import { aSecond, aThousand } from './work.ts';

/** Eleven more seconds are waited for what the server counts by itself. */
const rest = { seconds: 9, transactions: 100, cpuMs: 90, walBytes: 0 };

test('what goes on at rest is told by the second', () => {
  expect(aSecond(rest, 'transactions')).toBe(5);
  expect(aSecond(rest, 'cpuMs')).toBe(10);
});

test('a thousand turns are told without what goes on at rest', () => {
  const work = { seconds: 9, transactions: 6_100, cpuMs: 1_090, walBytes: 4_000 };
  expect(aThousand(work, rest, 2_000, 'transactions')).toBe(3_000);
  expect(aThousand(work, rest, 2_000, 'cpuMs')).toBe(500);
  expect(aThousand(work, rest, 2_000, 'walBytes')).toBe(2_000);
});

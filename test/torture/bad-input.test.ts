import { expect, test } from '@jest/globals';
import { badInput } from './bad-input/bad-input.ts';
import { torment } from './part.ts';

test('odd requests over every route, odd activities and frames bring no crash and no mistake of ours', async () => {
  const { figures, wrongs } = await torment(badInput, 0.02);
  // Stalls are those of the machine while other suites run on it.
  expect(wrongs.filter((wrong) => !wrong.startsWith('A stall'))).toEqual([]);
  expect(Object.fromEntries(figures)['odd requests']).toBeGreaterThanOrEqual(400);
}, 120_000);

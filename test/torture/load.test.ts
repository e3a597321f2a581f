import { expect, test } from '@jest/globals';
import { load } from './load/load.ts';
import { torment } from './part.ts';

test('people go on beside silent, deaf and slow clients, a clock that jumps and a channel that hangs', async () => {
  const { figures, wrongs } = await torment(load, 0.01);
  expect(wrongs).toEqual([]);
  expect(figures.length).toBeGreaterThan(12);
}, 120_000);

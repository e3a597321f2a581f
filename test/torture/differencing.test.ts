import { expect, test } from '@jest/globals';
import { runs } from '../runs.ts';
import { differencing } from './differencing/differencing.ts';
import { torment } from './part.ts';

test('nobody who plays one puppet less than the smallest group reads views from results', async () => {
  const { figures, wrongs } = await torment(differencing, runs(0.02, 0.2));
  expect(wrongs).toEqual([]);
  expect(figures.length).toBeGreaterThan(20);
}, 240_000);

import { expect, test } from '@jest/globals';
import { torment } from './part.ts';
import { words } from './words/words.ts';

test('hostile texts are dead in every page, card, file and line of the log', async () => {
  const { figures, wrongs } = await torment(words, 0.1);
  expect(wrongs).toEqual([]);
  expect(figures.length).toBeGreaterThan(10);
}, 120_000);

import { expect, test } from '@jest/globals';
import { Checkpoints } from '#store/files/checkpoints.ts';
import type { Shelves } from '#store/files/documents/shelves.ts';
import type { Journal } from '#store/files/journal/journal.ts';

/** Checkpoints with nothing to write: `settle` is all they do. */
function checkpointsThat(settle: () => Promise<void>): Checkpoints {
  const journal = { turn: async () => [], drop: async () => {}, size: 0, broken: undefined };
  const pace = { records: 10, bytes: 10 };
  return new Checkpoints({} as Shelves, journal as unknown as Journal, pace, () => {}, settle);
}

test('no checkpoint runs while the documents are to stay, however many are asked for', async () => {
  let isStill = false;
  const amid: boolean[] = [];
  const checkpoints = checkpointsThat(async () => void amid.push(isStill));
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  checkpoints.now();
  await Promise.resolve();
  const waiting = checkpoints.now();
  const still = checkpoints.still(async () => {
    isStill = true;
    begun.resolve();
    await held.promise;
    isStill = false;
  });
  // Asked for while one waits already: it is that one.
  expect(checkpoints.now()).toBe(waiting);
  await begun.promise;
  const after = checkpoints.now();
  await new Promise(setImmediate);
  held.resolve();
  await Promise.all([still, after]);
  expect(amid).toEqual([false, false, false, false]);
});

import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { giveBackAtRest } from '#src/give-back.ts';

test('what nobody uses any more is given back once nothing happens', async () => {
  let gone = false;
  const registry = new FinalizationRegistry(() => {
    gone = true;
  });
  registry.register({ large: new Array(1_000) }, undefined);
  const stop = giveBackAtRest(50);
  // Nothing is allocated that V8 would look for garbage at.
  for (let waited = 0; !gone && waited < 10_000; waited += 25) await pause(25);
  stop();
  expect(gone).toBe(true);
});

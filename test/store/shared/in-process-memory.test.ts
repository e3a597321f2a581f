import { expect, test } from '@jest/globals';
import { createInProcessMemory } from '#store/shared/in-process-memory.ts';
import { sharedMemoryContract } from './contract.ts';

sharedMemoryContract('in one process', async () => {
  let now = 0;
  const memory = createInProcessMemory(() => now);
  const later = async (ms: number) => {
    now += ms;
  };
  return { memory, other: memory, later };
});

test('of too many, what changed longest ago is forgotten', async () => {
  const memory = createInProcessMemory(() => 0);
  for (let n = 0; n < 10_001; n++) await memory.change('rate', `${n}`, 1_000, () => 'once');
  expect(await memory.read('rate', '0')).toBeUndefined();
  expect(await memory.read('rate', '1')).toBe('once');
});

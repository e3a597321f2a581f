import { expect, test } from '@jest/globals';
import { isSmallMachine } from '#src/config/small-machine.ts';

const gibibyte = 1024 ** 3;

test.each([
  [1, 64, true],
  [2, 0.5, true],
  [2, 0.95, false],
  [16, 64, false],
])('%d cores and %d GiB: small is %s', (cores, memory, small) => {
  expect(isSmallMachine(cores, memory * gibibyte)).toBe(small);
});

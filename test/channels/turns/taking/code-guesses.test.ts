import { expect, test } from '@jest/globals';
import { createCodeGuesses } from '#channels/turns/taking/code-guesses.ts';
import { createInProcessMemory } from '#store/shared/in-process-memory.ts';

const minute = 60_000;

function town() {
  let at = 0;
  const guesses = createCodeGuesses(
    'resume',
    createInProcessMemory(() => at),
    () => at,
  );
  return {
    guesses,
    later: (ms: number) => {
      at += ms;
    },
    /** Tries until made to wait: how many, and for how many seconds. */
    tries: async (caller: string) => {
      let n = 0;
      for (; (await guesses.wait(caller)) === 0 && n < 1000; n++) await guesses.wrong(caller);
      return [n, await guesses.wait(caller)];
    },
  };
}

test('whoever tries on waits, and longer each time; nobody else does', async () => {
  const { guesses, later, tries } = town();
  expect(await tries('one')).toEqual([20, 60]);
  const pauses = [];
  for (let i = 0; i < 8; i++) {
    later((await guesses.wait('one')) * 1000);
    expect((await tries('one'))[0]).toBe(1);
    pauses.push((await guesses.wait('one')) / 60);
  }
  expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  expect(await guesses.wait('other')).toBe(0);
  later(24 * 60 * minute + 1);
  expect(await tries('one')).toEqual([20, 60]);
});

test('many addresses together leave each fewer tries, and nobody who has not tried waits', async () => {
  const { guesses, later, tries } = town();
  const found: number[] = [];
  for (let n = 0; n < 500; n++) found.push((await tries(`${n}`))[0] ?? 0);
  expect(found[0]).toBe(20);
  expect(found.at(-1)).toBe(3);
  expect(await guesses.wait('a newcomer')).toBe(0);
  // Once it is over, everyone has their tries again.
  later(3 * 60 * minute);
  expect((await tries('a newcomer'))[0]).toBe(20);
});

test('an attack from ten thousand addresses looks at few codes an hour', async () => {
  const { later, tries } = town();
  const addresses = Array.from({ length: 10_000 }, (_, n) => `${n}`);
  for (const one of addresses) await tries(one);
  later(60 * minute);
  let looked = 0;
  for (const one of addresses) looked += (await tries(one))[0] ?? 0;
  expect(looked).toBeLessThan(20_000);
});

import { expect, test } from '@jest/globals';
import { createCodeGuesses } from '#channels/turns/taking/code-guesses.ts';

const minute = 60_000;

function town() {
  let at = 0;
  const guesses = createCodeGuesses(() => at);
  return {
    guesses,
    later: (ms: number) => {
      at += ms;
    },
    /** Tries until made to wait: how many, and for how many seconds. */
    tries: (caller: string) => {
      let n = 0;
      for (; guesses.wait(caller) === 0 && n < 1000; n++) guesses.wrong(caller);
      return [n, guesses.wait(caller)];
    },
  };
}

test('whoever tries on waits, and longer each time; nobody else does', () => {
  const { guesses, later, tries } = town();
  expect(tries('one')).toEqual([20, 60]);
  const pauses = [];
  for (let i = 0; i < 8; i++) {
    later(guesses.wait('one') * 1000);
    expect(tries('one')[0]).toBe(1);
    pauses.push(guesses.wait('one') / 60);
  }
  expect(pauses).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  expect(guesses.wait('other')).toBe(0);
  later(24 * 60 * minute + 1);
  expect(tries('one')).toEqual([20, 60]);
});

test('many addresses together leave each fewer tries, and nobody who has not tried waits', () => {
  const { guesses, later, tries } = town();
  const found = Array.from({ length: 500 }, (_, n) => tries(`${n}`)[0] ?? 0);
  expect(found[0]).toBe(20);
  expect(found.at(-1)).toBe(3);
  expect(guesses.wait('a newcomer')).toBe(0);
  // Once it is over, everyone has their tries again.
  later(3 * 60 * minute);
  expect(tries('a newcomer')[0]).toBe(20);
});

test('an attack from ten thousand addresses looks at few codes an hour', () => {
  const { later, tries } = town();
  const addresses = Array.from({ length: 10_000 }, (_, n) => `${n}`);
  for (const one of addresses) tries(one);
  later(60 * minute);
  const looked = addresses.reduce((sum, one) => sum + (tries(one)[0] ?? 0), 0);
  expect(looked).toBeLessThan(20_000);
});

import { expect, test } from '@jest/globals';
import type { SharedMemory } from '#store/shared/shared-memory.ts';

/** What holds of any shared memory. `other`: the same one as another node holds it. `later` moves its clock, in milliseconds. */
export function sharedMemoryContract(
  name: string,
  open: () => Promise<{
    readonly memory: SharedMemory;
    readonly other: SharedMemory;
    readonly later: (ms: number) => Promise<void>;
  }>,
): void {
  test(`${name}: what one node keeps under a name, another reads, until its end`, async () => {
    const { memory, other, later } = await open();
    expect(await other.read('draft', 'a')).toBeUndefined();
    await memory.change('draft', 'a', 10_000, () => 'words');
    expect(await other.read('draft', 'a')).toBe('words');
    expect(await other.read('other', 'a')).toBeUndefined();
    await later(10_001);
    expect(await other.read('draft', 'a')).toBeUndefined();
    expect(await other.change('draft', 'a', 10_000, (before) => before ?? 'anew')).toBeUndefined();
    expect(await memory.read('draft', 'a')).toBe('anew');
  });

  test(`${name}: of many who take the same at once, one gets it`, async () => {
    const { memory, other } = await open();
    await memory.change('link', 'once', 60_000, () => 'in');
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? memory : other).change('link', 'once', 0, () => undefined),
      ),
    );
    expect(all.filter((text) => text === 'in')).toHaveLength(1);
    expect(await memory.read('link', 'once')).toBeUndefined();
  });

  test(`${name}: changes at once build on one another, on every node`, async () => {
    const { memory, other } = await open();
    const add = (before = '0') => String(Number(before) + 1);
    const befores = await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? memory : other).change('n', 'all', 60_000, add)),
    );
    expect(await memory.read('n', 'all')).toBe('40');
    expect(new Set(befores).size).toBe(40);
  });

  test(`${name}: what is done exclusively is never at work twice, and ends when it fails`, async () => {
    const { memory, other } = await open();
    let atWork = 0;
    let most = 0;
    const work = async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await memory.read('any', 'thing');
      atWork -= 1;
    };
    const failing = memory.exclusively('start', async () => {
      await work();
      throw new Error('it failed');
    });
    await expect(failing).rejects.toThrow('it failed');
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? memory : other).exclusively('start', work)),
    );
    expect(most).toBe(1);
    expect(await other.exclusively('start', async () => 'done')).toBe('done');
  });
}

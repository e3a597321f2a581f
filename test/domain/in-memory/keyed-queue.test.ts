import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import { SerialQueue } from '#domain/in-memory/serial-queue.ts';

const turns = async (n: number) => {
  for (let i = 0; i < n; i++) await undefined;
};

test('tasks of one key run one after another in the order of asking, those of others beside them; idle keys are forgotten', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          key: fc.constantFrom('a', 'b', 'c'),
          takes: fc.nat(4),
          fails: fc.constantFrom('never', 'at once', 'later'),
        }),
        { maxLength: 30 },
      ),
      async (tasks) => {
        const queue = new KeyedQueue();
        const running = new Map<string, number>();
        const began = new Map<string, number[]>();
        const asked = tasks.map(({ key, takes, fails }, i) =>
          queue.run(key, () => {
            expect(running.get(key)).toBeUndefined();
            began.set(key, [...(began.get(key) ?? []), i]);
            if (fails === 'at once') throw new Error(`${i}`);
            running.set(key, i);
            return turns(takes).then(() => {
              running.delete(key);
              if (fails === 'later') throw new Error(`${i}`);
              return i;
            });
          }),
        );
        const told = await Promise.allSettled(asked);
        expect(told.map(({ status }) => status)).toEqual(
          tasks.map(({ fails }) => (fails === 'never' ? 'fulfilled' : 'rejected')),
        );
        for (const order of began.values()) expect(order).toEqual(order.toSorted((a, b) => a - b));
        await turns(5);
        expect(queue.size).toBe(0);
      },
    ),
  ));

test('keys go side by side: one that waits holds up none of the others', async () => {
  const queue = new KeyedQueue();
  const never = Promise.withResolvers<void>();
  void queue.run('slow', () => never.promise);
  expect(await queue.run('quick', async () => 7)).toBe(7);
  expect(queue.size).toBe(1);
  never.resolve();
});

test('with nothing before it a task begins within the call', () => {
  let hasBegun = false;
  void new KeyedQueue().run('a', async () => {
    hasBegun = true;
  });
  expect(hasBegun).toBe(true);
});

test('a queue says how many are at work or wait, and when all have ended', async () => {
  const queue = new SerialQueue();
  const done: number[] = [];
  for (const n of [1, 2, 3]) void queue.run(async () => void done.push(await turns(n).then(() => n)));
  expect(queue.size).toBe(3);
  await queue.drained();
  expect([queue.size, done]).toEqual([0, [1, 2, 3]]);
});

test('a task given by a task runs after it', async () => {
  const queue = new SerialQueue();
  const order: string[] = [];
  let inner: Promise<unknown> = Promise.resolve();
  await queue.run(async () => {
    inner = queue.run(async () => order.push('inner'));
    await turns(3);
    order.push('outer');
  });
  await inner;
  expect(order).toEqual(['outer', 'inner']);
});

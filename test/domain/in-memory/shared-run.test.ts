import { expect, test } from '@jest/globals';
import { SharedRun } from '#domain/in-memory/shared-run.ts';

function runs() {
  const gates: PromiseWithResolvers<void>[] = [];
  const shared = new SharedRun(async () => {
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
  });
  return { gates, shared };
}

test('who asks before a run begins shares it, who asks while it is at work shares the next', async () => {
  const { gates, shared } = runs();
  const [first, second] = [shared.now(), shared.now()];
  expect(second).toBe(first);
  expect(shared.isWaiting).toBe(true);
  await new Promise(setImmediate);
  expect([gates.length, shared.isWaiting]).toEqual([1, false]);
  const third = shared.now();
  expect(third).not.toBe(first);
  expect(shared.now()).toBe(third);
  gates[0]?.resolve();
  await first;
  await new Promise(setImmediate);
  expect(gates.length).toBe(2);
  gates[1]?.resolve();
  await third;
});

test('a run that fails fails those who asked for it, and the next one comes all the same; other work stands between', async () => {
  const { gates, shared } = runs();
  const failing = shared.now();
  await new Promise(setImmediate);
  const order: string[] = [];
  const between = shared.between(async () => void order.push('between'));
  const next = shared.now().then(() => order.push('next'));
  gates[0]?.reject(new Error('it failed'));
  await expect(failing).rejects.toThrow('it failed');
  await between;
  await new Promise(setImmediate);
  gates[1]?.resolve();
  await next;
  await shared.over();
  expect(order).toEqual(['between', 'next']);
});

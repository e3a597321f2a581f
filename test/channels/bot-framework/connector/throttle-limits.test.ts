import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Clock } from '#channels/bot-framework/connector/clock.ts';
import { perApp, perThread } from '#channels/bot-framework/connector/quota.ts';
import { createThrottle, type Throttle } from '#channels/bot-framework/connector/throttle.ts';
import { runs } from '#test/runs.ts';
import { fits } from './fits.ts';
import { quickClock } from './quick-clock.ts';

const teams = (conversation: string) => ({ channel: 'msteams', conversation });
const many = (n: number) => Array.from({ length: n }, (_, i) => i);

test('2,000 posts of one thread take more than an hour, and stay within its limits', async () => {
  const clock = quickClock();
  const times = await all(createThrottle(clock), clock, ['a'], 2000);
  expect(fits(perThread, times.get('a') ?? [])).toBe(true);
  expect(times.get('a')).toHaveLength(2000);
  expect(clock.passed()).toBeGreaterThan(3_600_000);
  expect(clock.passed()).toBeLessThan(2 * 3_600_000);
});

test('whatever the threads, each stays within its limits and all within those of the app', async () => {
  const posts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 150 });
  await fc.assert(
    fc.asyncProperty(posts, fc.integer({ min: 0, max: 400 }), async (threads, latency) => {
      const clock = quickClock();
      const times = await all(createThrottle(clock), clock, threads, 1, latency);
      for (const thread of times.values()) expect(fits(perThread, thread)).toBe(true);
      expect(fits(perApp, [...times.values()].flat())).toBe(true);
      expect([...times.values()].flat()).toHaveLength(threads.length);
    }),
    { numRuns: runs(15, 500) },
  );
});

test('a request counts from its end: it may have been on its way till then', async () => {
  const clock = quickClock();
  const throttle = createThrottle(clock);
  const held = Promise.withResolvers<void>();
  let begun = 0;
  const request = () => {
    begun += 1;
    return held.promise;
  };
  const posts = many(30).map((i) => throttle.inThread(teams(`thread ${i}`), (paced) => paced(request)));
  while (begun < 30) await Promise.resolve();
  clock.time += 900;
  held.resolve();
  await Promise.all(posts);
  await throttle.inThread(teams('a'), (paced) => paced(async () => undefined));
  expect(clock.passed()).toBe(900 + 1000);
});

test('so it does in a thread', async () => {
  const clock = quickClock();
  const throttle = createThrottle(clock);
  const starts: number[] = [];
  const request = async () => {
    starts.push(clock.passed());
    clock.time += 100;
  };
  await Promise.all(many(8).map(() => throttle.inThread(teams('a'), (paced) => paced(request))));
  expect(starts).toEqual([0, 100, 200, 300, 400, 500, 600, 1100]);
});

test('look-ups count for the app, and for no thread', async () => {
  const clock = quickClock();
  const throttle = createThrottle(clock);
  for (const _ of many(30)) await throttle.aside('msteams')(async () => undefined);
  expect(clock.passed()).toBe(0);
  await throttle.inThread(teams('a'), (paced) => paced(async () => undefined));
  expect(clock.passed()).toBe(1000);
});

test('silent requests hold up the others for four seconds at most', async () => {
  const clock = quickClock();
  const throttle = createThrottle(clock);
  for (const i of many(30))
    throttle.inThread(teams(`silent ${i}`), (paced) => paced(() => Promise.withResolvers().promise));
  await throttle.inThread(teams('a'), (paced) => paced(async () => undefined));
  expect(clock.passed()).toBeLessThanOrEqual(4000);
});

/** Posts so many to each thread at once; the times at which they arrive, half of the latency after they set out. */
async function all(throttle: Throttle, clock: Clock, threads: readonly string[], each: number, latency = 0) {
  const arrived = new Map<string, number[]>();
  const post = (conversation: string) =>
    throttle.inThread({ channel: 'msteams', conversation }, (paced) =>
      paced(async () => {
        await clock.wait(latency / 2);
        arrived.set(conversation, [...(arrived.get(conversation) ?? []), clock.now()]);
        await clock.wait(latency / 2);
      }),
    );
  await Promise.all(threads.flatMap((thread) => Array.from({ length: each }, () => post(thread))));
  return arrived;
}

import { expect, test } from '@jest/globals';
import { createThrottle } from '#channels/bot-framework/connector/throttle.ts';
import { quickClock } from './quick-clock.ts';

const teams = (conversation: string) => ({ channel: 'msteams', conversation });
const many = (n: number) => Array.from({ length: n }, (_, i) => i);

test('a thread keeps its order, one after the other, whatever each takes', async () => {
  const clock = quickClock();
  const throttle = createThrottle(clock);
  const seen: string[] = [];
  await Promise.all(
    many(20).map((i) =>
      throttle.inThread(teams('a'), async (paced) => {
        seen.push(`${i} begins`);
        for (const _ of many(i % 3)) await paced(async () => undefined);
        seen.push(`${i} ends`);
      }),
    ),
  );
  expect(seen).toEqual(many(20).flatMap((i) => [`${i} begins`, `${i} ends`]));
});

test('a thread that is held up does not hold up another', async () => {
  const throttle = createThrottle(quickClock());
  const held = Promise.withResolvers<void>();
  const first = throttle.inThread(teams('a'), () => held.promise);
  const seen: string[] = [];
  const behind = throttle.inThread(teams('a'), async () => seen.push('behind'));
  await throttle.inThread(teams('b'), (paced) => paced(async () => seen.push('beside')));
  expect(seen).toEqual(['beside']);
  held.resolve();
  await Promise.all([first, behind]);
  expect(seen).toEqual(['beside', 'behind']);
});

test('a post that throws leaves the way free', async () => {
  const throttle = createThrottle(quickClock());
  const failing = throttle.inThread(teams('a'), (paced) => paced(() => Promise.reject(new Error('broken'))));
  const next = throttle.inThread(teams('a'), (paced) => paced(async () => 'said'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('said');
});

test('other channels keep their order, and no pace', async () => {
  const clock = quickClock();
  const throttle = createThrottle(clock);
  const seen: number[] = [];
  const place = { channel: 'emulator', conversation: 'a' };
  await Promise.all(
    many(500).map((i) => throttle.inThread(place, (paced) => paced(async () => seen.push(i)))),
  );
  await throttle.aside('emulator')(async () => undefined);
  expect(seen).toEqual(many(500));
  expect(clock.passed()).toBe(0);
});

test('too many that wait are refused, not kept; afterwards there is room again', async () => {
  const throttle = createThrottle(quickClock(), 10);
  const held = Promise.withResolvers<string>();
  const waiting = many(10).map((i) => throttle.inThread(teams(`thread ${i % 3}`), () => held.promise));
  expect(await throttle.inThread(teams('one more'), async () => 'run')).toBeUndefined();
  held.resolve('run');
  expect(await Promise.all(waiting)).toEqual(many(10).map(() => 'run'));
  expect(await throttle.inThread(teams('one more'), async () => 'run')).toBe('run');
});

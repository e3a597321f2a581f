import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { WorkerPool } from '#understanding/recogniser/worker-pool.ts';
import { broken, folder } from './sample-worker.ts';

mkdirSync(folder, { recursive: true });
const log = join(folder, 'log');
let pools: WorkerPool[] = [];
afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  pools = [];
  rmSync(log, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const opened = (onIdle = () => {}): WorkerPool => {
  const filename = new URL('./sample-worker.ts', import.meta.url).href;
  const pool = new WorkerPool(onIdle, { filename, restMs: 50 });
  pools.push(pool);
  return pool;
};

/** The program's own deadline. */
const deadlineMs = 250;
/** What a shared machine may add to any wait. */
const slackMs = 1_500;

test('a stuck worker ends at the deadline, and another that is warm works meanwhile', async () => {
  const pool = opened();
  await pool.ready;
  const began = performance.now();
  const stuck = pool.work('stuck', 'fr', deadlineMs);
  for (let i = 0; i < 5; i++) {
    const { numbers } = (await pool.work('quatre', 'fr', 10_000)) ?? { numbers: [] };
    expect(numbers).toHaveLength(1);
  }
  expect(await stuck).toBeUndefined();
  const took = performance.now() - began;
  expect(took).toBeGreaterThan(deadlineMs - 5);
  expect(took).toBeLessThan(deadlineMs + slackMs);
  expect(pool.isWarm).toBe(true);
});

test('while its spare gets warm again a worker is kept busy: nothing is lost, and the spare does get warm', async () => {
  const pool = opened();
  await pool.ready;
  await pool.work('stuck', 'fr', 50);
  const until = performance.now() + 3_000;
  const seen = new Set<number>();
  while (seen.size < 2 && performance.now() < until) {
    const both = [pool.work('busy', 'fr', 10_000), pool.work('busy', 'fr', 10_000)];
    for (const work of both) {
      const found = await work;
      // Undefined at once: no idle worker; never a worker that is not warm yet, which would not answer.
      if (work !== undefined) expect(found?.numbers).toHaveLength(1);
      for (const number of found?.numbers ?? []) seen.add(number);
    }
  }
  expect(seen.size).toBe(2);
});

test('workers get warm one at a time', async () => {
  await opened().ready;
  expect(readFileSync(log, 'utf8').split('\n')).toEqual(['begins', 'ends', 'begins', 'ends', '']);
});

test('a worker that could not get warm is replaced, and the new one tries again', async () => {
  writeFileSync(join(folder, 'fail'), '');
  const pool = opened();
  await pool.ready;
  expect(await pool.work('quatre', 'fr', 10_000)).toBeDefined();
});

test('a worker that breaks down answers nothing, and is replaced', async () => {
  const idle: number[] = [];
  const pool = opened(() => idle.push(1));
  await pool.ready;
  expect(await pool.work('crash', 'fr', 10_000)).toBeUndefined();
  const before = idle.length;
  while (idle.length === before) await pause(10);
  const works = [pool.work('quatre', 'fr', 10_000), pool.work('quatre', 'fr', 10_000)];
  expect(works).not.toContain(undefined);
  for (const work of works) expect(await work).toBeDefined();
});

test('workers that all break down as they are loaded are tried again, until they load', async () => {
  writeFileSync(broken, '');
  const pool = opened();
  await pause(400);
  expect(pool.isWarm).toBe(false);
  rmSync(broken);
  await pool.ready;
  expect(await pool.work('quatre', 'fr', 10_000)).toBeDefined();
});

test('there is no more work at once than warm workers', async () => {
  const pool = opened();
  expect(pool.work('quatre', 'fr', 10_000)).toBeUndefined();
  await pool.ready;
  const works = ['busy', 'busy', 'quatre'].map((text) => pool.work(text, 'fr', 10_000));
  expect(works.map((work) => work === undefined)).toEqual([false, false, true]);
  await Promise.all(works);
});

test('closed, it works no more; what was at work answers nothing', async () => {
  const pool = opened();
  await pool.ready;
  const stuck = pool.work('stuck', 'fr', 60_000);
  await pool.close();
  expect(await stuck).toBeUndefined();
  expect(pool.isWarm).toBe(false);
  expect(pool.work('quatre', 'fr', 10_000)).toBeUndefined();
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lightRun } from './run.ts';

/** The short version of `npm run bench -- light`: a few people for some seconds, on one core and 512 MB. */
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trajectoires-light-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('on one core and 512 MB people are answered and files printed in less than 400 MB', async () => {
  const crowd = { people: 8, forMs: 12_000, shortest: 600 };
  const { figures, files, failures } = await lightRun(dir, { ...crowd, megabytes: 512 });
  expect(failures).toEqual([]);
  expect(figures.turns).toBeGreaterThan(20);
  // Files of a result need more people than these: that is said with 409.
  expect(files.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  expect(files.find(({ path }) => path.endsWith('cartes.pdf'))?.bytes).toBeGreaterThan(50_000);
  expect(figures['most with pages and files too, MiB']).toBeLessThan(400_000_000 / 1024 ** 2);
  expect(figures['ended by it'] ?? 0).toBe(0);
}, 120_000);

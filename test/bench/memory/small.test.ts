import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runs } from '#test/runs.ts';
import type { MeasuredProgram } from '../measured.ts';
import { secret, startCheckout } from './checkout.ts';
import { openSockets } from './sockets.ts';
import { playedBy, type Sample, storePeople } from './stored.ts';

/** The short version of `npm run bench -- memory`: a few people, and what they may cost at most. */
const people = 600;

let dir: string;
let samples: readonly Sample[];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trajectoires-small-'));
  samples = (await playedBy('.', dir, 2)).slice(0, 1);
}, 120_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

async function ready(child: MeasuredProgram): Promise<number> {
  while ((await fetch(`${child.url}/readyz`)).status !== 200) await pause(10);
  return child.cpuMs();
}

test('whoever went through a consultation leaves a document of 8 KB at most, and what they wrote themselves', () => {
  for (const { text } of samples) {
    const written = text.match(/"(condition|concern|value)":"[^"]* [^"]*"/g) ?? [];
    expect(Buffer.byteLength(text) - Buffer.byteLength(written.join(''))).toBeLessThan(8_192);
  }
});

test('a second start reads nobody again', async () => {
  await storePeople(dir, samples, people);
  const first = await startCheckout('.', dir);
  const reading = await ready(first);
  await first.stop();
  const second = await startCheckout('.', dir);
  const given = await ready(second);
  // Reading a document takes 0.4 ms of a processor here, taking its digest 0.05.
  expect(given).toBeLessThan(reading - people * 0.1);
  await second.stop();
}, 150_000);

/** It waits for a minute of rest, which is long for `npm test`. */
const atLength = runs(0, 1) > 0 ? test : test.skip;

atLength(
  'sockets that closed give their memory back within a minute',
  async () => {
    const program = await startCheckout('.', dir);
    await ready(program);
    const close = await openSockets(program.url, secret, 500);
    await close();
    await until(() => program.residentMiB() < 250, 75_000);
    await program.stop();
  },
  150_000,
);

async function until(holds: () => boolean, ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (!holds() && performance.now() < end) await pause(250);
  expect(holds()).toBe(true);
}

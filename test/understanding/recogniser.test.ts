import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRecogniser } from '#understanding/recogniser/recogniser.ts';
import { folder } from './sample-worker.ts';

/** The numbers of this process's threads, as Node itself reports them. */
const threads = () =>
  (process.report.getReport() as { workers: { header: { threadId: number } }[] }).workers.map(
    ({ header }) => header.threadId,
  );

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work;
  expect(performance.now() - start).toBeLessThan(ms);
  return result;
}

// Eight times the program's own deadline, for the processors are shared with every other test; whole turns are
// measured against the program's own in the tests over HTTP.
const recogniser = createRecogniser({ deadlineMs: 2_000 });
beforeAll(() => recogniser.warm(), 180_000);
afterAll(() => recogniser.close());

test.each([
  ['soixante-quinze', 'fr', [75]],
  ['deux mille trente-cinq', 'fr', [2035]],
  ['twenty-five', 'en', [25]],
  ['quatre virgule cinq', 'fr', [4.5]],
])('finds the number in %s', async (text, language, numbers) => {
  expect((await recogniser.recognise(text, language)).numbers).toEqual(numbers);
});

test.each([
  ['c’est un grand oui', 'fr', true],
  ['c’est un grand non', 'fr', false],
  ['a big yes from me', 'en', true],
  ['je ne sais pas', 'fr', undefined],
  ['4 sur 5', 'fr', undefined],
  ['il y a un truc', 'fr', undefined],
  ['oui et non', 'fr', undefined],
])('hears %s rightly', async (text, language, yesNo) => {
  expect((await recogniser.recognise(text, language)).yesNo).toBe(yesNo);
});

test('recognises nothing in a language it does not know', async () => {
  expect(await recogniser.recognise('vier', 'constructor')).toEqual({ numbers: [] });
});

test('a reply that freezes the recognizers holds nobody up: another is answered meanwhile', async () => {
  // What this thread computes bounds how long it can block, however busy the machine is; starting a new worker is in it.
  // The recognizers themselves would take more than thirty seconds.
  const before = process.threadCpuUsage();
  const frozen = within(4_000, recogniser.recognise('cent '.repeat(60), 'fr'));
  expect((await within(2_000, recogniser.recognise('vingt-cinq', 'fr'))).numbers).toEqual([25]);
  expect(await frozen).toEqual({ numbers: [] });
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(500);
});

describe('with workers that are warm at once', () => {
  const filename = new URL('./sample-worker.ts', import.meta.url).href;
  beforeAll(() => mkdir(folder, { recursive: true }));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('with worker and spare frozen everybody is answered by the deadline, then both are replaced', async () => {
    // That a reply does freeze the recognizers, and that a thread of theirs ends at its deadline, was seen above.
    const both = createRecogniser({ filename, deadlineMs: 2_000 });
    await both.warm();
    const stuck = Array.from({ length: 60 }, () => both.recognise('stuck', 'fr'));
    await within(8_000, Promise.all(stuck));
    await until(async () => (await both.recognise('vingt-cinq', 'fr')).numbers.length > 0);
    await both.close();
  }, 60_000);

  test('nothing is recognised while it warms up, nor once it is closed, at once', async () => {
    const cold = createRecogniser({ filename });
    expect(await within(500, cold.recognise('vingt-cinq', 'fr'))).toEqual({ numbers: [] });
    await cold.close();
    await cold.warm();
    expect(await within(500, cold.recognise('vingt-cinq', 'fr'))).toEqual({ numbers: [] });
  });

  test('what needs their room has it: its worker is gone meanwhile, and another one comes after', async () => {
    const alone = createRecogniser({ filename, alone: true, deadlineMs: 10_000 });
    await alone.warm();
    const [thread] = (await alone.recognise('vingt-cinq', 'fr')).numbers;
    expect(threads()).toContain(thread);
    const during = await alone.makeRoomFor(async () => {
      alone.wake();
      return { threads: threads(), found: await alone.recognise('vingt-cinq', 'fr') };
    });
    expect(during.found).toEqual({ numbers: [] });
    expect(during.threads).not.toContain(thread);
    await alone.warm();
    expect((await alone.recognise('vingt-cinq', 'fr')).numbers).toHaveLength(1);
    await alone.close();
  }, 30_000);

  test('what needed the memory may leave some of it for a while: the workers come back after that', async () => {
    const alone = createRecogniser({ filename, deadlineMs: 10_000, alone: true, restAfterRoomMs: 300 });
    await alone.makeRoomFor(async () => undefined);
    await alone.warm();
    expect(await alone.recognise('vingt-cinq', 'fr')).toEqual({ numbers: [] });
    await pause(400);
    await alone.warm();
    expect((await alone.recognise('vingt-cinq', 'fr')).numbers).toHaveLength(1);
    await alone.close();
  }, 30_000);

  test('nobody there, it rests, and whoever comes wakes it', async () => {
    const resting = createRecogniser({ filename, restAfterMs: 1_500, deadlineMs: 10_000 });
    expect(await resting.recognise('vingt-cinq', 'fr')).toEqual({ numbers: [] });
    // On a busy machine it may rest again before it is asked.
    const worker = async () => {
      for (;;) {
        await resting.warm();
        const [thread] = (await resting.recognise('vingt-cinq', 'fr')).numbers;
        if (thread !== undefined) return thread;
      }
    };
    const first = await worker();
    while (threads().includes(first)) await pause(20);
    expect(await resting.recognise('vingt-cinq', 'fr')).toEqual({ numbers: [] });
    expect(await worker()).toBeGreaterThan(first);
    await resting.close();
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

test.each([
  ['while it warms up', 'createRecogniser({ filename }).wake();'],
  [
    'once it is warm and has worked',
    `const timer = setInterval(() => {}, 1000);
     const { warm, recognise } = createRecogniser({ filename });
     await warm();
     await recognise('vingt-cinq', 'fr');
     clearInterval(timer);`,
  ],
])(
  'a recogniser that nobody closes keeps no process alive past its warm-up, %s',
  async (_, source) => {
    // Workers that are warm at once: what is tried is the pool's, whatever they recognise.
    const start = `import { createRecogniser } from './src/understanding/recogniser/recogniser.ts';
      import { mkdirSync } from 'node:fs';
      import { folder } from './test/understanding/sample-worker.ts';
      const filename = ${JSON.stringify(new URL('./sample-worker.ts', import.meta.url).href)};
      mkdirSync(folder, { recursive: true });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', start + source], { stdio: 'ignore' });
    const giveUp = setTimeout(() => child.kill('SIGKILL'), 150_000);
    const code = await new Promise((resolve) => child.on('exit', resolve));
    clearTimeout(giveUp);
    await rm(join(tmpdir(), `trajectoires-worker-${child.pid}`), { recursive: true, force: true });
    expect(code).toBe(0);
  },
  160_000,
);

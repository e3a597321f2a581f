import { afterEach, expect, test } from '@jest/globals';
import { createInProcessJobs } from '#jobs/in-process-jobs.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import { jobQueueContract } from './contract.ts';
import { handClock } from './hand-clock.ts';

const opened: JobQueue[] = [];
afterEach(async () => {
  for (const queue of opened.splice(0)) await queue.close(0);
});

jobQueueContract(async () => {
  const queue = createInProcessJobs();
  opened.push(queue);
  return queue;
});

/** Everything that was begun is over. */
const settled = () => new Promise((goOn) => setImmediate(goOn));

test('what fails waits twice as long each time, five minutes at most, and begins anew once it is done', async () => {
  const clock = handClock();
  const queue = createInProcessJobs(clock);
  let works = false;
  queue.on('post', {
    async run() {
      if (!works) throw new Error('not now');
    },
    failed: () => undefined,
  });
  await queue.start();
  queue.ask('post', 'a');
  const waits: (number | undefined)[] = [];
  for (let i = 0; i < 11; i++) {
    await settled();
    waits.push(clock.next());
    clock.turn(clock.next() ?? 0);
  }
  const seconds = (n: number | undefined) => (n ?? 0) / 1_000;
  expect(waits.map(seconds)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  await settled();
  works = true;
  clock.turn(300_000);
  await settled();
  works = false;
  queue.ask('post', 'a');
  await settled();
  expect(clock.next()).toBe(1_000);
  await queue.close(0);
});

test('what takes longer than the time between two looks is looked at again at once, and one at a time', async () => {
  const clock = handClock();
  const queue = createInProcessJobs(clock);
  let begun = 0;
  let end = () => {};
  queue.on('look', {
    run: () => {
      begun += 1;
      return new Promise<void>((over) => {
        end = over;
      });
    },
    failed: () => undefined,
  });
  queue.every('look', 1_000);
  await queue.start();
  await settled();
  clock.turn(5_000);
  await settled();
  expect(begun).toBe(1);
  end();
  await settled();
  expect(begun).toBe(2);
  end();
  await settled();
  expect(clock.next()).toBe(1_000);
  await queue.close(0);
});

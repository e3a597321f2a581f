import { expect, test } from '@jest/globals';
import type { JobQueue, Work } from '#jobs/job-queue.ts';
import { until } from '../http/teams/until.ts';

/** A queue that was not started, on ground of its own; ended with the test. */
export type Fresh = () => Promise<JobQueue>;

/** What every queue does. */
export function jobQueueContract(fresh: Fresh): void {
  test('what is asked for several times before it begins is done once', async () => {
    const { queue, runs } = recorded(await fresh());
    for (const key of ['a', 'b', 'a', 'a']) queue.ask('post', key);
    await queue.start();
    await until(() => runs.length === 2);
    expect(runs.toSorted()).toEqual(['a', 'b']);
    queue.ask('post', 'c');
    await until(() => runs.length === 3);
    expect(runs.at(-1)).toBe('c');
  });

  test('what is asked for while it is at work is done once more after, and never twice at once', async () => {
    const queue = await fresh();
    let [atWork, most, ended] = [0, 0, 0];
    const gate = Promise.withResolvers<void>();
    queue.on('post', {
      async run() {
        atWork += 1;
        most = Math.max(most, atWork);
        if (ended === 0) await gate.promise;
        await new Promise((goOn) => setImmediate(goOn));
        atWork -= 1;
        ended += 1;
      },
      failed: fail,
    });
    // What comes last in a queue tells that all before it is over.
    const { done } = marker(queue);
    await queue.start();
    queue.ask('post', 'a');
    await until(() => atWork === 1);
    for (let i = 0; i < 5; i++) queue.ask('post', 'a');
    queue.ask('marker', 'asked');
    await until(() => done.includes('asked'));
    gate.resolve();
    await until(() => ended === 2);
    queue.ask('marker', 'over');
    await until(() => done.includes('over'));
    expect([most, ended]).toEqual([1, 2]);
  });

  test('jobs of other keys and of other names go side by side', async () => {
    const queue = await fresh();
    const begun: string[] = [];
    const gate = Promise.withResolvers<void>();
    for (const name of ['post', 'send'])
      queue.on(name, {
        async run(key) {
          begun.push(`${name} ${key}`);
          await gate.promise;
        },
        failed: fail,
      });
    await queue.start();
    for (const key of ['a', 'b']) for (const name of ['post', 'send']) queue.ask(name, key);
    await until(() => begun.length === 4);
    expect(begun.toSorted()).toEqual(['post a', 'post b', 'send a', 'send b']);
    gate.resolve();
  });

  test('what is asked for later waits, and the earliest moment counts', async () => {
    const { queue, runs } = recorded(await fresh());
    await queue.start();
    queue.ask('post', 'far', { after: 3_600_000 });
    queue.ask('post', 'brought forward', { after: 3_600_000 });
    queue.ask('post', 'not put off', { after: 300 });
    const asked = performance.now();
    queue.ask('post', 'soon', { after: 900 });
    queue.ask('post', 'now');
    await until(() => runs.includes('now'));
    expect(runs).toEqual(['now']);
    queue.ask('post', 'brought forward', { after: 300 });
    queue.ask('post', 'not put off', { after: 3_600_000 });
    await until(() => runs.includes('soon'));
    expect(performance.now() - asked).toBeGreaterThan(890);
    await until(() => runs.length === 4);
    expect(runs.toSorted()).toEqual(['brought forward', 'not put off', 'now', 'soon']);
  });

  test('what fails is told, and tried again until it is done', async () => {
    const queue = await fresh();
    const [tried, told]: [string[], unknown[]] = [[], []];
    const broken = new Error('not now');
    queue.on('post', {
      async run(key) {
        tried.push(key);
        if (tried.length < 3) throw broken;
      },
      failed: (error) => told.push(error),
    });
    await queue.start();
    queue.ask('post', 'a');
    await until(() => tried.length === 3);
    expect(told).toEqual([broken, broken]);
  });

  test('what is done every so often is done at the start, and again', async () => {
    const { queue, runs } = recorded(await fresh());
    queue.every('post', 1_000);
    const started = performance.now();
    await queue.start();
    await until(() => runs.length === 3);
    expect(performance.now() - started).toBeGreaterThan(1_980);
    expect(runs).toEqual(['', '', '']);
  });

  test('a stop tells what is at work, waits for it within its patience, and begins nothing more', async () => {
    const queue = await fresh();
    const begun: string[] = [];
    const ended: string[] = [];
    queue.on('post', {
      async run(key, stopping) {
        begun.push(key);
        await new Promise<void>((stop) => stopping.addEventListener('abort', () => stop()));
        if (key === 'never') await new Promise(() => {});
        ended.push(key);
      },
      failed: fail,
    });
    await queue.start();
    queue.ask('post', 'a');
    queue.ask('post', 'never');
    await until(() => begun.length === 2);
    const asked = performance.now();
    await queue.close(1_000);
    expect(performance.now() - asked).toBeGreaterThan(990);
    expect(ended).toEqual(['a']);
    queue.ask('post', 'late');
    expect(begun).toHaveLength(2);
  });
}

const fail: Work['failed'] = (error) => {
  throw error;
};

/** A queue whose jobs named `post` are noted in the order in which they were done. */
function recorded(queue: JobQueue): { readonly queue: JobQueue; readonly runs: readonly string[] } {
  const runs: string[] = [];
  queue.on('post', { run: async (key) => void runs.push(key), failed: fail });
  return { queue, runs };
}

function marker(queue: JobQueue): { readonly done: readonly string[] } {
  const done: string[] = [];
  queue.on('marker', { run: async (key) => void done.push(key), failed: fail });
  return { done };
}

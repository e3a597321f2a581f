import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { smallDisk } from '#test/store/small-disk.ts';
import { call } from './call.ts';
import { type Child, child } from './child.ts';
import { begin } from './person.ts';
import { ready } from './ready.ts';

const disk = smallDisk('3m');
let started: Child | undefined;
afterAll(async () => {
  started?.process.kill('SIGKILL');
  await started?.over;
  disk?.leave();
});
const onSmallDisk = disk ? test : test.skip;

/** What the program logged, line by line. */
const logged = ({ printed }: Child) =>
  printed()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

onSmallDisk(
  'a full disk keeps people away, is told in two lines, and ends by itself (needs leave to mount)',
  async () => {
    if (disk === undefined) return;
    started = child({ DATA_DIR: join(disk.dir, 'data'), LOG_LEVEL: 'warn' });
    const url = await started.url;
    await ready(url);
    const person = await begin(url);
    let unready = await call(`${url}/readyz`);
    for (; unready.status === 200; unready = await call(`${url}/readyz`)) {
      const { bavail, bsize } = await statfs(disk.dir);
      await writeFile(join(disk.dir, 'filler'), Buffer.alloc(bavail * bsize), { flag: 'a' });
      await pause(50);
    }
    expect({ status: unready.status, body: unready.body }).toEqual({
      status: 503,
      body: { status: 'not-ready', waiting: ['store'], why: { store: 'no-room' } },
    });
    // A small turn may still find the last bytes of a block.
    while ((await person.say('oui')).status === 200);
    for (let turn = 0; turn < 20; turn++) expect((await person.say('oui')).status).toBe(503);
    expect((await call(`${url}/healthz`)).status).toBe(200);
    await rm(join(disk.dir, 'filler'));
    while ((await call(`${url}/readyz`)).status !== 200) await pause(50);
    expect((await person.say('oui')).status).toBe(200);
    expect(logged(started).map(({ msg }) => msg)).toEqual([
      'the store saves nothing',
      'the store saves again',
    ]);
    expect(logged(started)[0]).toMatchObject({ remedy: expect.stringContaining('Free some space') });
    expect(logged(started)[1]).toMatchObject({ refused: expect.any(Number) });
    started.process.kill('SIGTERM');
    expect(await started.over).toBe(0);
  },
  60_000,
);

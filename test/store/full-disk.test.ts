import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { openStore } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { withFolder } from './folders.ts';
import { person } from './people.ts';
import { smallDisk } from './small-disk.ts';
import { all, save } from './steps.ts';

const disk = smallDisk('1m');
afterAll(() => void disk?.leave());
const onSmallDisk = disk ? test : test.skip;

onSmallDisk(
  'a full disk is refused with a remedy, and saving goes on once there is room (needs leave to mount)',
  async () => {
    if (disk === undefined) return;
    const dir = join(disk.dir, 'data');
    await writeFile(join(disk.dir, 'something-else'), Buffer.alloc(700_000));
    const store = await openStore(dir, { onProblem: () => {} });
    let refusal: unknown;
    let count = 0;
    for (; refusal === undefined && count < 2_000; count++)
      await save(store, person(`p${count}`, 'x'.repeat(900))).catch((error: unknown) => {
        refusal = error;
      });
    expect(refusal).toBeInstanceOf(StoreUnavailable);
    expect(refusal).toMatchObject({ remedy: expect.stringContaining('Free some space') });
    await expect(store.save('participant', person('late', 'x'.repeat(900)))).rejects.toBeInstanceOf(
      StoreUnavailable,
    );
    expect(await store.load('participant', 'p0')).toMatchObject({ version: 1 });
    expect(await store.trouble()).toBe('no-room');
    await rm(join(disk.dir, 'something-else'));
    while ((await store.trouble()) !== undefined) await pause(50);
    await save(store, person('room-again'));
    await store.close();
    const later = await openStore(dir, { onProblem: () => {} });
    const ids = (await all(later, 0)).map(({ id }) => id);
    expect(ids).toEqual([...Array.from({ length: count - 1 }, (_, n) => `p${n}`), 'room-again']);
    await later.close();
  },
);

const limit = process.platform === 'win32' ? test.skip : test;

limit(
  'a file that may not grow is refused with a remedy, and the next one takes over (needs ulimit)',
  async () => {
    await withFolder(async (dir) => {
      const script = fileURLToPath(new URL('./limited.ts', import.meta.url));
      // 200 blocks of 512 bytes, or of 1,024 in some shells.
      const command = 'ulimit -f 200 && exec "$0" --disable-warning=ExperimentalWarning "$1" "$2"';
      const output = execFileSync('sh', ['-c', command, process.execPath, script, dir], { encoding: 'utf8' });
      const { saved, remedy } = JSON.parse(output);
      expect(remedy).toMatch(/ulimit|Free some space/);
      expect(saved).toBeGreaterThan(20);
      const store = await openStore(dir);
      const ids = (await all(store, 0)).map(({ id }) => id);
      expect(ids).toEqual([...Array.from({ length: saved }, (_, n) => `p${n}`), 'room-again']);
      await store.close();
    });
  },
  20_000,
);

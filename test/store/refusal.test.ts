import { cp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openStore, type StoreProblem } from '#store/files/open.ts';
import { failing, isJournal, refusal } from './failures.ts';
import { withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save } from './steps.ts';
import { watchedDisk, withoutRoomForPeople } from './watched-disk.ts';

test.each(['ENOSPC', 'EIO', 'short'])(
  'a write that fails (%s) is refused whole, and the next one passes',
  async (how) => {
    await withFolder(async (dir) => {
      let full = false;
      const disk = watchedDisk(async (call, go) => {
        if (!full || !isJournal(call) || call.name !== 'write') return go();
        const part = await call.half?.();
        if (how === 'short') return part;
        throw failing(how);
      });
      const store = await openStore(dir, { disk });
      const ana = await save(store, person('ana'));
      full = true;
      const refused = [save(store, ana), save(store, person('ben')), store.erase('participant', 'ana')];
      for (const each of await Promise.allSettled(refused)) expect(each.status).toBe('rejected');
      expect((await refusal(save(store, ana))).message).toContain('Nothing was saved');
      expect(await store.load('participant', 'ana')).toEqual(ana);
      full = false;
      expect((await save(store, ana)).version).toBe(2);
      await store.close();
      const later = await openStore(dir);
      expect((await all(later, 0)).map(({ id, record }) => [id, record?.version])).toEqual([['ana', 2]]);
      await later.close();
    });
  },
);

test('what was refused is not found at a start, even where whole lines of it had been written', async () => {
  await withFolder(async (dir) => {
    let full = false;
    const disk = watchedDisk((call, go) => (full && isJournal(call) && call.half ? call.half() : go()));
    const store = await openStore(join(dir, 'home'), { disk });
    const people = await Promise.all(['ana', 'ben', 'cleo', 'dora'].map((id) => save(store, person(id))));
    full = true;
    // Known to the store, they meet in one write, of which the half is two lines.
    const refused = await Promise.allSettled(people.map((it) => save(store, it)));
    expect(refused.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    await cp(join(dir, 'home', 'journal'), join(dir, 'heir', 'journal'), { recursive: true });
    const later = await openStore(join(dir, 'heir'));
    expect((await all(later, 0)).map(({ record }) => record?.version)).toEqual([1, 1, 1, 1]);
    await later.close();
    await store.close();
  });
});

test('a sync that fails is not tried again: nothing more is saved before a restart', async () => {
  await withFolder(async (dir) => {
    let broken = false;
    let syncs = 0;
    const disk = watchedDisk(async (call, go) => {
      if (call.name === 'datasync') syncs += 1;
      if (broken && call.name === 'datasync') throw failing('EIO');
      return go();
    });
    const store = await openStore(dir, { disk, onProblem: () => {} });
    const ana = await save(store, person('ana'));
    broken = true;
    expect((await refusal(save(store, person('ben')))).remedy).toContain('restart');
    broken = false;
    syncs = 0;
    expect((await refusal(save(store, ana))).remedy).toContain('restart');
    await refusal(store.erase('participant', 'ana'));
    await refusal(store.checkpoint());
    expect(await store.trouble()).toBe('restart-due');
    expect(await store.load('participant', 'ana')).toEqual(ana);
    await store.close();
    expect(syncs).toBe(0);
    const later = await openStore(dir);
    expect(await later.load('participant', 'ana')).toEqual(ana);
    await later.close();
  });
});

test.each(['datasync', 'sync'])(
  'a %s that fails in a checkpoint ends all saving too, and loses nothing',
  async (name) => {
    await withFolder(async (dir) => {
      let broken = false;
      const disk = watchedDisk(async (call, go) => {
        if (broken && call.name === name && call.path.includes('participant')) throw failing('EIO');
        return go();
      });
      const problems: StoreProblem[] = [];
      const store = await openStore(dir, { disk, onProblem: (problem) => problems.push(problem) });
      const ana = await save(store, person('ana'));
      broken = true;
      expect((await refusal(store.checkpoint())).remedy).toContain('restart');
      expect(problems).toMatchObject([{ about: 'checkpoint-failed' }]);
      await refusal(save(store, ana));
      await store.close();
      const later = await openStore(dir);
      expect(await later.load('participant', 'ana')).toEqual(ana);
      await later.close();
    });
  },
);

test('documents that cannot be written wait in the journal, up to a bound', async () => {
  await withFolder(async (dir) => {
    let full = true;
    const disk = withoutRoomForPeople(() => full);
    const problems: StoreProblem[] = [];
    const pace = { records: 2, bytes: 1_000_000 };
    const store = await openStore(dir, { disk, pace, onProblem: (problem) => problems.push(problem) });
    for (let n = 0; n < 16; n++) await save(store, person(`p${n}`));
    expect((await refusal(save(store, person('one-too-many')))).message).toContain('ENOSPC');
    expect(problems.length).toBeLessThan(4);
    full = false;
    await store.checkpoint();
    await save(store, person('room-again'));
    await store.close();
    const later = await openStore(dir);
    expect(await all(later, 0)).toHaveLength(17);
    await later.close();
  });
});

test('a folder that takes no files says so, with a remedy, and stays unlocked', async () => {
  await withFolder(async (dir) => {
    let full = true;
    const disk = watchedDisk(async (call, go) => {
      if (full && call.name === 'open' && call.path.endsWith('.log')) throw failing('ENOSPC');
      return go();
    });
    expect((await refusal(openStore(dir, { disk }))).message).toContain('ENOSPC');
    full = false;
    await (await openStore(dir, { disk })).close();
  });
});

/** Where no folder can be made; none of these may be tried for ever. */
const nowhere: [string, (dir: string) => string | Promise<string>][] = [
  ['under /proc', () => '/proc/trajectoires/data'],
  ['under a process', () => '/proc/1/trajectoires'],
  ['under a device', () => '/dev/null/data'],
  ['in the place of a file', (dir) => written(join(dir, 'file'))],
  ['under a file', async (dir) => join(await written(join(dir, 'file')), 'data')],
  ['in the place of a link that leads nowhere', (dir) => linked(join(dir, 'link'))],
  ['by a name that is too long', (dir) => join(dir, 'a'.repeat(5_000))],
];

test.each(nowhere)('a folder %s is refused with a remedy, at once', async (_, place) => {
  await withFolder(async (dir) => {
    const why = await refusal(openStore(await place(dir)));
    expect(why.message).toContain('cannot be used (');
    expect(why.message.length).toBeLessThan(500);
    expect(why.remedy).toContain('folder');
  });
});

async function written(path: string): Promise<string> {
  await writeFile(path, '');
  return path;
}

async function linked(path: string): Promise<string> {
  await symlink(`${path}.gone`, path);
  return path;
}

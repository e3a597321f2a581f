import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createBackupKeeper } from '#store/files/backups/backup-keeper.ts';
import { carryOutRestore } from '#store/files/backups/carry-out-restore.ts';
import { realDisk } from '#store/files/disk.ts';
import { openStore } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { documentOf, filesNaming, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save } from './steps.ts';

const asked = { askedAt: '2026-11-28T10:00:00.000Z', by: { id: 'ana', name: 'Ana' }, link: 'hash' };

/** A folder in which `old` was backed up and `new` came later; how to plan the way back, and who is there. */
async function backedUp(dir: string) {
  const folder = join(dir, 'backups');
  const store = await openStore(dir);
  await writeFile(join(dir, 'keys.json'), '{"k":1}', { mode: 0o600 });
  await save(store, person('old'));
  const { path } = await store.backup(7);
  await save(store, person('new'));
  await store.close();
  const keeper = createBackupKeeper(dir, folder, async () => ({ documents: 0, unread: 0 }));
  const backup = path.slice(folder.length + 1);
  const people = async () => {
    const store = await openStore(dir);
    const names = (await all(store, 0)).map(({ id }) => id).sort();
    await store.close();
    return names;
  };
  return { folder, path, keeper, backup, people, plan: () => keeper.plan({ backup, ...asked }) };
}

test('a planned backup comes in at the next start, and what was there stands in a backup of its own', () =>
  withFolder(async (dir) => {
    const { folder, keeper, plan, people, backup } = await backedUp(dir);
    await plan();
    expect(await keeper.planned()).toEqual({ backup, ...asked });
    const done = await carryOutRestore({ dir, folder });
    expect(done).toMatchObject({ outcome: 'done', planned: { backup, by: asked.by } });
    expect(await people()).toEqual(['old']);
    expect(await keeper.planned()).toBeUndefined();
    expect(await readdir(dir)).not.toContain('replaced');
    // And the way back from there.
    const before = 'before' in done ? (done.before ?? '') : '';
    expect((await keeper.check(before))?.kinds.participant).toBe(2);
    await keeper.plan({ backup: before, ...asked });
    await carryOutRestore({ dir, folder });
    expect(await people()).toEqual(['new', 'old']);
  }));

test('nothing is done where nothing is planned, or where it was taken back', () =>
  withFolder(async (dir) => {
    const { folder, keeper, plan, people } = await backedUp(dir);
    await plan();
    await keeper.unplan();
    expect(await carryOutRestore({ dir, folder })).toEqual({ outcome: 'none' });
    expect(await people()).toEqual(['new', 'old']);
  }));

test('a backup that is gone, or of which something is missing, is refused, and all stays', () =>
  withFolder(async (dir) => {
    const { folder, path, keeper, plan, people, backup } = await backedUp(dir);
    await writeFile(await documentOf(path, 'old'), '{"cursor":1,');
    expect(await keeper.check(backup)).toMatchObject({ unread: 1, documents: 0 });
    await plan();
    expect(await carryOutRestore({ dir, folder })).toMatchObject({ outcome: 'refused', why: 'damaged' });
    await rm(path, { recursive: true });
    await plan();
    expect(await carryOutRestore({ dir, folder })).toMatchObject({ outcome: 'refused', why: 'gone' });
    await keeper.plan({ backup: '../../etc', ...asked });
    expect(await carryOutRestore({ dir, folder })).toMatchObject({ outcome: 'refused', why: 'gone' });
    expect(await people()).toEqual(['new', 'old']);
  }));

test('who was erased since is erased in the backup too, and does not come back', () =>
  withFolder(async (dir) => {
    const { folder, plan, people } = await backedUp(dir);
    const store = await openStore(dir);
    await store.erase('participant', 'old');
    await store.close();
    await plan();
    expect(await carryOutRestore({ dir, folder })).toMatchObject({ outcome: 'done' });
    expect(await people()).toEqual([]);
    expect(await filesNaming(dir, 'old.json')).toEqual([]);
  }));

test(
  'wherever it is cut short, the next start finds all that was or all of the backup',
  () =>
    withFolder(async (home) => {
      const outcomes = new Set<string>();
      for (let last = 0, goesOn = true; goesOn; last++) {
        const dir = join(home, `${last}`);
        const { folder, plan, people } = await backedUp(dir);
        await plan();
        let calls = last;
        const cut = <A extends unknown[], R>(call: (...given: A) => Promise<R>) => {
          return async (...given: A): Promise<R> => {
            if (calls-- <= 0) throw Object.assign(new Error('cut'), { code: 'EIO' });
            return call(...given);
          };
        };
        const disk = {
          ...realDisk,
          open: cut(realDisk.open),
          rename: cut(realDisk.rename),
          unlink: cut(realDisk.unlink),
        };
        const first = await carryOutRestore({ dir, folder, disk }).catch(() => undefined);
        goesOn = first?.outcome !== 'done';
        const left = await readFile(join(dir, 'restore.json'), 'utf8').catch(() => '');
        if (first === undefined && left.includes('ing"'))
          await expect(openStore(dir)).rejects.toThrow(StoreUnavailable);
        const then = await carryOutRestore({ dir, folder });
        outcomes.add(`${first?.outcome} ${then.outcome}`);
        const isIn =
          first?.outcome === 'done' || then.outcome === 'done' || (first === undefined && left === '');
        expect([last, await people()]).toEqual([last, isIn ? ['old'] : ['new', 'old']]);
        await rm(dir, { recursive: true });
      }
      expect(outcomes).toContain('done none');
      expect(outcomes).toContain('undefined refused');
    }),
  60_000,
);

test('a list tells of each backup when, how large and whether it is whole; a name leads nowhere else', () =>
  withFolder(async (dir) => {
    const { keeper, backup, path } = await backedUp(dir);
    const [listed] = await keeper.list();
    expect(listed).toMatchObject({ name: backup, isWhole: true });
    expect(listed?.bytes).toBeGreaterThan(100);
    expect(listed?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const report = await keeper.check(backup);
    expect(report).toMatchObject({ documents: 1, unread: 0, hasKeys: true, isLater: false });
    expect(report?.print).toMatch(/^[0-9a-f]{64}$/);
    expect((await keeper.check(backup))?.print).toBe(report?.print);
    await writeFile(join(path, 'keys.json'), '{"k":2}');
    expect((await keeper.check(backup))?.print).not.toBe(report?.print);
    for (const name of ['..', '.', '', `${backup}/../..`, '/etc']) {
      expect(await keeper.check(name)).toBeUndefined();
      expect(await keeper.archive(name)).toBeUndefined();
    }
  }));

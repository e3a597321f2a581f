import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { restoreBackup } from '#store/files/backups/restore-backup.ts';
import { type FilesStore, openStore, type StoreProblem } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { failing, refusal } from './failures.ts';
import { documentOf, filesNaming, modesIn, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save, three } from './steps.ts';
import { watchedDisk } from './watched-disk.ts';

/** A store with keys beside, as the program keeps it. */
async function opened(dir: string, options: Parameters<typeof openStore>[1] = {}): Promise<FilesStore> {
  const store = await openStore(dir, { onProblem: () => {}, ...options });
  await writeFile(join(dir, 'keys.json'), '{}', { mode: 0o600 });
  return store;
}

const namesOf = (store: FilesStore) => all(store, 0).then((found) => found.map(({ id }) => id).sort());

/** What a backup holds, once put back in a folder of its own. */
async function restored(from: string, to: string): Promise<Map<string, number>> {
  await restoreBackup(from, to);
  const store = await openStore(to);
  const people = await all(store, 0);
  await store.close();
  return new Map(people.map(({ id, record }) => [id, record?.version ?? 0]));
}

test('a backup under saves, checkpoints and erasures is the store at one moment', async () => {
  await withFolder(async (dir) => {
    const home = join(dir, 'home');
    const store = await opened(home, { pace: { records: 5, bytes: 20_000 } });
    for (let n = 0; n < 60; n++) await save(store, person(`p${n}`, `words of p${n}.`));
    let busy = true;
    const told = new Map<string, number>();
    const writer = async (first: string, second: string) => {
      let [a, b] = [person(first), person(second)];
      while (busy) {
        a = await save(store, a);
        told.set(first, a.version);
        b = await save(store, b);
        told.set(second, b.version);
      }
    };
    const eraser = async () => {
      for (let n = 0; n < 20 && busy; n++) {
        await store.erase('participant', `p${n}`);
        told.set(`p${n}`, 0);
      }
    };
    const writers = [writer('ana', 'ben'), writer('cleo', 'dora'), eraser()];
    while (told.size < 5) await save(store, person(`q${told.size}-${Math.random()}`));
    const before = new Map(told);
    const { path, documents, unread } = await store.backup(7);
    busy = false;
    await Promise.all(writers);
    const gone = [...told].filter(([, version]) => version === 0).map(([id]) => id);
    await store.close();
    for (const id of gone) expect(await filesNaming(dir, `words of ${id}.`)).toEqual([]);
    const found = await restored(path, join(dir, 'heir'));
    expect(unread).toBe(0);
    expect(documents).toBeGreaterThanOrEqual(found.size);
    for (const [id, version] of before) {
      if (version === 0) expect(found.has(id)).toBe(false);
      else expect(found.get(id)).toBeGreaterThanOrEqual(version);
    }
    for (const [first, second] of [
      ['ana', 'ben'],
      ['cleo', 'dora'],
    ] as const) {
      const ahead = (found.get(first) ?? 0) - (found.get(second) ?? 0);
      expect([0, 1]).toContain(ahead);
    }
    for (let n = 20; n < 60; n++) expect(found.get(`p${n}`)).toBe(1);
  });
}, 30_000);

test('who is erased is erased in every backup, in one that a crash left too, and does not come back', async () => {
  await withFolder(async (dir) => {
    const home = join(dir, 'home');
    await three(home);
    const store = await opened(home);
    const first = await store.backup(7);
    const second = await store.backup(7);
    await cp(first.path, join(home, 'backups', '2026-01-01T00-00-00-000Z.partial'), { recursive: true });
    expect(await filesNaming(dir, 'words of ben')).toHaveLength(4);
    await store.erase('participant', 'ben');
    expect(await filesNaming(dir, 'words of ben')).toEqual([]);
    expect(await filesNaming(dir, 'ben.json')).toEqual([]);
    await store.close();
    expect([...(await restored(second.path, join(dir, 'heir'))).keys()]).toEqual(['ana', 'cleo']);
  });
});

test('what a crash left of a backup is gone at the next start, and so is a draft in one once its document is erased', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const store = await opened(dir);
    const { path } = await store.backup(7);
    await store.close();
    await cp(path, join(dir, 'backups', '2026-01-01T00-00-00-000Z.partial'), { recursive: true });
    const later = await opened(dir);
    expect(await filesNaming(dir, 'words of ben')).toHaveLength(2);
    const copy = await documentOf(path, 'ben');
    await cp(copy, `${copy}.draft`);
    await later.erase('participant', 'ben');
    expect(await filesNaming(dir, 'words of ben')).toEqual([]);
    await later.close();
  });
});

test.each(['EACCES', 'EROFS', 'EIO'])(
  'an erasure that a backup refuses (%s) is not told as done, holds nothing up, and is finished later',
  async (code) => {
    await withFolder(async (dir) => {
      const home = join(dir, 'home');
      await three(home);
      let stuck = true;
      const disk = watchedDisk(async (call, go) => {
        if (stuck && call.name === 'unlink' && call.path.includes('backups')) throw failing(code);
        return go();
      });
      const problems: StoreProblem[] = [];
      const onProblem = (problem: StoreProblem) => void problems.push(problem);
      const store = await opened(home, { disk, onProblem });
      await store.backup(7);
      await expect(store.erase('participant', 'ben')).rejects.toBeInstanceOf(StoreUnavailable);
      await save(store, person('dora'));
      await store.checkpoint();
      await store.checkpoint();
      expect(problems).toMatchObject([{ about: 'backups-refuse', message: expect.stringContaining(code) }]);
      expect((await filesNaming(home, 'words of ben')).every((path) => path.includes('backups'))).toBe(true);
      await expect(store.eraseLeftovers('c', '2026-01-01')).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.erase('participant', 'ben')).rejects.toBeInstanceOf(StoreUnavailable);
      await store.close();
      // The next start goes on with it, and begins only where it can be told what is owed.
      const list = join(home, 'owed-erasures.json');
      const whole = await readFile(list, 'utf8');
      await writeFile(list, 'x');
      expect((await refusal(openStore(home, { disk }))).message).toContain('owed-erasures.json');
      await writeFile(list, whole);
      const later = await opened(home, { disk, onProblem });
      await expect(later.erase('participant', 'ben')).rejects.toBeInstanceOf(StoreUnavailable);
      stuck = false;
      await later.checkpoint();
      expect(await filesNaming(dir, 'words of ben')).toEqual([]);
      expect(await filesNaming(dir, '"ben"')).toEqual([]);
      await later.erase('participant', 'ben');
      await later.close();
    });
  },
);

test('what a backup keeps of what was to be forgotten is told of, and asking again finishes it', async () => {
  await withFolder(async (dir) => {
    let stuck = true;
    const disk = watchedDisk(async (call, go) => {
      if (stuck && call.path.includes('backups') && call.path.endsWith('.draft')) throw failing('EACCES');
      return go();
    });
    const store = await opened(dir, { disk });
    await store.update('consultation', 'decouverte', () => newConsultation({ version: 0, quotes: ['gone'] }));
    await store.backup(7);
    const forget = () =>
      store.forget('consultation', 'decouverte', (its) =>
        its.quotes?.length ? { ...its, quotes: [] } : its,
      );
    expect((await refusal(forget())).message).toContain('EACCES');
    expect(await store.load('consultation', 'decouverte')).toMatchObject({ quotes: [] });
    stuck = false;
    await forget();
    expect(await filesNaming(dir, 'gone')).toEqual([]);
    await store.close();
  });
});

test('the latest are kept, and always the latest whole one', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const store = await opened(dir, { backups: join(dir, 'elsewhere') });
    const names = () => readdir(join(dir, 'elsewhere')).then((found) => found.sort());
    const made: string[] = [];
    for (let n = 0; n < 4; n++) made.push((await store.backup(3)).path);
    expect((await names()).map((name) => join(dir, 'elsewhere', name))).toEqual(made.slice(1));
    const path = await documentOf(dir, 'ben');
    await rm(path);
    await mkdir(path);
    for (let n = 0; n < 4; n++) expect(await store.backup(2)).toMatchObject({ unread: 1, documents: 2 });
    const left = await names();
    expect(left.map((name) => name.endsWith('-incomplete'))).toEqual([false, true, true]);
    expect(join(dir, 'elsewhere', left[0] ?? '')).toBe(made[3]);
    await store.close();
  });
});

test('a disk that takes no more leaves no half backup, and all goes on', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    let full = true;
    const disk = watchedDisk(async (call, go) => {
      if (full && call.path.includes('backups') && call.path.endsWith('.json')) throw failing('ENOSPC');
      return go();
    });
    const store = await opened(dir, { disk });
    expect((await refusal(store.backup(7))).message).toContain('ENOSPC');
    expect(await readdir(join(dir, 'backups'))).toEqual([]);
    await save(store, person('dora'));
    full = false;
    expect((await store.backup(7)).documents).toBe(4);
    await store.close();
    expect((await refusal(store.backup(7))).message).toContain('closed');
  });
});

test('only the account of the server reads a backup', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const store = await opened(dir);
    const { path } = await store.backup(7);
    expect((await readdir(path)).sort()).toEqual(['format.json', 'keys.json', 'participant']);
    await store.close();
    for (const { path: at, folder, mode } of await modesIn(join(dir, 'backups')))
      expect([at, mode]).toEqual([at, folder ? 0o700 : 0o600]);
  });
});

test('a backup is put back where nothing is, and nowhere else', async () => {
  await withFolder(async (dir) => {
    const home = join(dir, 'home');
    await three(home);
    const store = await opened(home);
    const { path } = await store.backup(7);
    await store.close();
    expect((await refusal(restoreBackup(path, home))).message).toContain('not empty');
    expect((await refusal(restoreBackup(dirname(path), join(dir, 'heir')))).message).toContain('no backup');
    await writeFile(join(path, 'format.json'), JSON.stringify({ form: 99, release: '9.9.9' }));
    expect((await refusal(restoreBackup(path, join(dir, 'heir')))).message).toContain('9.9.9');
    await writeFile(join(path, 'format.json'), await readFile(join(home, 'format.json')));
    expect([...(await restored(path, join(dir, 'heir'))).keys()]).toEqual(['ana', 'ben', 'cleo']);
    const later = await openStore(home);
    expect(await namesOf(later)).toEqual(['ana', 'ben', 'cleo']);
    await later.close();
  });
});

test('a folder of backups that nothing can be erased in stops the start, with what to do', async () => {
  await withFolder(async (dir) => {
    await writeFile(join(dir, 'file'), '');
    const told = await refusal(openStore(join(dir, 'home'), { backups: join(dir, 'file') }));
    expect(told.message).toContain(join(dir, 'file'));
    expect(told.remedy).toContain('BACKUP_DIR');
    await (await openStore(join(dir, 'home'))).close();
  });
});

test('an archive that somebody made of a backup beside it stands in nobody’s way', async () => {
  await withFolder(async (dir) => {
    const store = await opened(join(dir, 'home'));
    await save(store, person('ana'));
    const { path } = await store.backup(1);
    await writeFile(`${path}.tar.gz`, 'words of ana');
    await store.erase('participant', 'ana');
    await store.backup(1);
    expect(await readFile(`${path}.tar.gz`, 'utf8')).toBe('words of ana');
    await store.close();
  });
});

test('what a record loses is lost by its copies, which stay of their own moment; one that nobody can read goes', async () => {
  await withFolder(async (dir) => {
    const home = join(dir, 'home');
    const store = await opened(home);
    const change = (more: object) =>
      store.update('consultation', 'decouverte', () => ({ ...newConsultation({ version: 0 }), ...more }));
    await change({ territory: { fr: 'Autrefois' }, quotes: ['empreinte-ana', 'empreinte-ben'] });
    const { path } = await store.backup(7);
    await change({ territory: { fr: 'Naguère' }, quotes: ['empreinte-ben'] });
    const damaged = await store.backup(7);
    const [copy = ''] = await filesNaming(damaged.path, 'empreinte-ben');
    await writeFile(copy, '{ "cursor": 2, "record": { "quotes": ["empreinte-ana", "empreinte-');
    await store.forget('consultation', 'decouverte', (its) =>
      its.quotes?.includes('empreinte-ana')
        ? { ...its, quotes: its.quotes.filter((id) => id !== 'empreinte-ana') }
        : its,
    );
    expect(await filesNaming(dir, 'empreinte-ana')).toEqual([]);
    expect(await filesNaming(damaged.path, 'empreinte-')).toEqual([]);
    await store.close();
    await restoreBackup(path, join(dir, 'heir'));
    const heir = await openStore(join(dir, 'heir'));
    expect(await heir.load('consultation', 'decouverte')).toMatchObject({
      territory: { fr: 'Autrefois' },
      quotes: ['empreinte-ben'],
    });
    await heir.close();
  });
});

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { createAuditLog } from '#application/audit/audit-log.ts';
import { createChannelPosts } from '#channels/channel-posts/channel-posts.ts';
import { openStore } from '#store/files/open.ts';
import { filesIn, filesNaming, withFolder } from './folders.ts';
import { allIn, expected, layOut, names } from './former-folder.ts';
import { inherit } from './steps.ts';
import { mortalDisk } from './watched-disk.ts';

/** What stands in a folder, by path. */
async function contentOf(dir: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const path of (await filesIn(dir)).sort()) found[relative(dir, path)] = await readFile(path, 'utf8');
  return found;
}

const inOrder = (changes: readonly { cursor: number }[]) => changes.toSorted((a, b) => a.cursor - b.cursor);

test('every record of a folder of before is there, under its kind of now', async () => {
  await withFolder(async (dir) => {
    await layOut(dir);
    const renamed: unknown[] = [];
    const store = await openStore(dir, { onRenamed: (one) => renamed.push(one) });
    expect(renamed).toEqual(Object.entries(names).map(([from, to]) => ({ from, to })));
    expect(inOrder(await allIn(store))).toEqual(inOrder(expected));
    expect(new Set(expected.map(({ kind }) => kind)).size).toBe(18);
    await store.close();
    const folders = Object.keys(await contentOf(dir)).map((path) => path.split('/')[0] ?? '');
    expect(folders.filter((folder) => folder in names)).toEqual([]);
  });
});

test('a second start reads the same and changes nothing', async () => {
  await withFolder(async (dir) => {
    await layOut(dir);
    await (await openStore(dir)).close();
    const before = await contentOf(dir);
    const renamed: unknown[] = [];
    const store = await openStore(dir, { onRenamed: (one) => renamed.push(one) });
    expect(inOrder(await allIn(store))).toEqual(inOrder(expected));
    await store.close();
    expect(renamed).toEqual([]);
    expect(await contentOf(dir)).toEqual(before);
  });
});

test('the program goes on with what it finds', async () => {
  await withFolder(async (dir) => {
    await layOut(dir);
    const store = await openStore(dir);
    const audit = createAuditLog(store, () => '2026-11-28T10:00:00.000Z');
    await audit.write({ id: 'settled', name: 'Ada' }, { action: 'published', consultation: 'vallee' });
    expect((await audit.read('vallee')).map(({ action, by }) => [by.name, action])).toEqual([
      ['Ada', 'published'],
      ['Ada', 'moment-kept'],
      ['Ada', 'moment-kept'],
    ]);
    const posts = await createChannelPosts(store).known();
    expect(
      posts
        .of('vallee')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['settled', 'waiting']);
    const person = await store.load('participant', 'settled');
    expect(person?.traces.map(({ kind }) => kind)).toEqual(['link', 'reference', 'last-consultation']);
    const link = await store.load('sign-in-link', 'settled');
    const saved =
      link && (await store.save('sign-in-link', { ...link, expiresAt: '2026-11-29T10:00:00.000Z' }));
    expect(saved?.outcome).toBe('saved');
    await store.close();
  });
});

test('an erasure that was cut short is finished, and what was set aside goes with its record', async () => {
  await withFolder(async (dir) => {
    await layOut(dir);
    expect(await filesNaming(dir, 'left')).not.toEqual([]);
    const store = await openStore(dir);
    await store.checkpoint();
    expect(await filesNaming(dir, 'left')).toEqual([]);
    expect(await filesNaming(dir, 'hurt')).toHaveLength(1);
    await store.erase('audit-entry', '20261120100000000-hurt');
    expect(await filesNaming(dir, 'hurt')).toEqual([]);
    await store.close();
  });
});

test('a document put back under the former name joins the others; a second one of a record is set aside', async () => {
  await withFolder(async (dir) => {
    await layOut(dir);
    const first = await openStore(dir);
    await first.close();
    const [path = ''] = (await filesIn(join(dir, 'audit-entry'))).filter((one) => one.includes('settled'));
    const place = join(dir, 'deed', relative(join(dir, 'audit-entry'), path));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, await readFile(path));
    const problems: string[] = [];
    const store = await openStore(dir, { onProblem: ({ message }) => problems.push(message) });
    expect(problems).toEqual([expect.stringContaining('the record has another one')]);
    expect(inOrder(await allIn(store))).toEqual(inOrder(expected));
    await store.close();
    expect(await filesIn(join(dir, 'deed')).catch(() => 'gone')).toBe('gone');
  });
});

test('a process may die before any call to the disk while it renames', async () => {
  const live = async (dir: string, disk: ReturnType<typeof mortalDisk>['disk']) => {
    const store = await openStore(dir, { disk, onProblem: () => {} });
    await store.close();
  };
  const whole = mortalDisk();
  await withFolder(async (dir) => {
    await layOut(dir);
    await live(dir, whole.disk);
  });
  // What follows the renaming is a start like any other.
  for (let last = 1; last <= 40; last++) {
    await withFolder(async (dir) => {
      const { disk, death, end } = mortalDisk(last);
      const home = join(dir, 'home');
      await layOut(home);
      await Promise.race([live(home, disk), death]);
      await end();
      const store = await openStore(await inherit(home, join(dir, 'heir')));
      expect(inOrder(await allIn(store))).toEqual(inOrder(expected));
      await store.close();
    });
  }
  expect(whole.calls()).toBeGreaterThan(40);
}, 60_000);

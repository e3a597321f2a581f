import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Disk } from '#store/files/disk.ts';
import { openStore } from '#store/files/open.ts';
import { filesNaming, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, inherit, save } from './steps.ts';
import { mortalDisk } from './watched-disk.ts';

/** What was acknowledged before the end: the version of each person, 0 once erased. */
type Told = Map<string, number>;

/** Saves, a checkpoint under saves, an erasure under saves, a close: each step that the disk sees is a place to die. */
async function live(dir: string, disk: Disk, told: Told, asked: Told): Promise<void> {
  const store = await openStore(dir, { disk, onProblem: () => {} });
  const put = async (id: string) => {
    const before = (await store.load('participant', id)) ?? person(id, `words of ${id}`);
    asked.set(id, before.version + 1);
    told.set(id, (await save(store, { ...before, tries: before.version + 1 })).version);
  };
  await Promise.all(['ana', 'ben', 'cleo'].map(put));
  await put('ana');
  await Promise.all([store.checkpoint(), put('ana'), put('dora')]);
  asked.set('ben', 0);
  const erased = store.erase('participant', 'ben').then(() => told.set('ben', 0));
  await Promise.all([erased, put('ana'), put('dora')]);
  await put('cleo');
  await store.close();
}

/** After the end: nothing told is lost, nothing is doubled, and what was asked is done whole or not at all. */
async function check(dir: string, told: Told, asked: Told): Promise<void> {
  const store = await openStore(dir);
  const people = await all(store, 0);
  const found = new Map(people.map(({ id, record }) => [id, record]));
  expect(found.size).toBe(people.length);
  for (const [id, wanted] of asked) {
    const version = found.get(id)?.version ?? 0;
    expect([told.get(id) ?? 0, wanted]).toContain(version);
    expect(found.get(id)?.tries ?? 0).toBe(version);
  }
  await store.checkpoint();
  if (asked.get('ben') === 0 && !found.has('ben')) expect(await filesNaming(dir, 'words of ben')).toEqual([]);
  for (const { id, record } of people)
    if (record) await save(store, record).then((next) => expect(next.id).toBe(id));
  await store.close();
  expect(await filesNaming(dir, '.draft')).toEqual([]);
}

test('a process may die before any call to the disk', async () => {
  const whole = mortalDisk();
  await withFolder(async (dir) => live(dir, whole.disk, new Map(), new Map()));
  expect(whole.calls()).toBeGreaterThan(50);
  for (let last = 1; last <= whole.calls() + 10; last++) {
    await withFolder(async (dir) => {
      const told: Told = new Map();
      const asked: Told = new Map();
      const { disk, death, end } = mortalDisk(last);
      const home = join(dir, 'home');
      await mkdir(home);
      await Promise.race([live(home, disk, told, asked), death]);
      await end();
      await check(await inherit(home, join(dir, 'heir')), told, asked);
    });
  }
}, 60_000);

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { type FilesStore, openStore } from '#store/files/open.ts';
import { filesNaming, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save } from './steps.ts';
import { watchedDisk } from './watched-disk.ts';

const form = 'of this test';
const ids = Array.from({ length: 40 }, (_, i) => `person-${i}`);

/** Opens a store whose digests of people are their ids and how often they were saved; `closed`: as a program ends. */
async function withDigests(dir: string, story: (store: FilesStore) => Promise<unknown> = async () => {}) {
  const store = await openStore(dir);
  const taken = await taking(store);
  const versions = new Map<string, number>();
  for await (const { id, record } of store.changes('participant', 0))
    if (record) versions.set(id, record.version);
  store.watch(({ id, record }) => {
    if (record) versions.set(id, record.version);
    else versions.delete(id);
  });
  store.digests.keep(form, (id) => `${id} ${versions.get(id)}`);
  await story(store);
  await store.close();
  return taken;
}

async function taking(store: FilesStore, wanted = form) {
  const taken: string[] = [];
  await store.digests.read(wanted, (_, digest) => taken.push(digest) > 0);
  return taken.toSorted();
}

const file = (dir: string) => join(dir, 'digest', 'participant.tsv');

const filled = (dir: string) =>
  withDigests(dir, async (store) => {
    for (const id of ids) await save(store, person(id));
  });

const known = ids.map((id) => `${id} 1`).toSorted();

test('a start is given the digest of everybody who is as they were', () =>
  withFolder(async (dir) => {
    expect(await filled(dir)).toEqual([]);
    expect(await withDigests(dir)).toEqual(known);
    // Nobody changed: it is as it was.
    expect(await withDigests(dir)).toEqual(known);
  }));

test('whoever went on is read: after a close with their new digest, after a kill without one', () =>
  withFolder(async (dir) => {
    await filled(dir);
    await withDigests(dir, async (store) => {
      for (const id of ids.slice(0, 5))
        await store.update('participant', id, (one) => one && { ...one, tries: 1 });
    });
    const after = ids.map((id, i) => `${id} ${i < 5 ? 2 : 1}`).toSorted();
    expect(await withDigests(dir)).toEqual(after);
    // What a kill leaves: documents of now beside digests of before.
    const before = await readFile(file(dir));
    await withDigests(dir, async (store) => {
      for (const id of ids.slice(5, 8))
        await store.update('participant', id, (one) => one && { ...one, tries: 1 });
    });
    await writeFile(file(dir), before);
    const unchanged = after.filter((one) => ![5, 6, 7].some((i) => one === `person-${i} 1`));
    expect(await withDigests(dir)).toEqual(unchanged);
  }));

test('a document that somebody removed or put back by hand has no digest', () =>
  withFolder(async (dir) => {
    await filled(dir);
    const [gone, other] = [
      ...(await filesNaming(dir, 'person-7.')),
      ...(await filesNaming(dir, 'person-8.')),
    ];
    await rm(gone ?? '');
    const text = await readFile(other ?? '', 'utf8');
    await writeFile(other ?? '', text.replace(/"cursor": \d+/, '"cursor": 999'));
    await writeFile(`${other}.x`, '');
    await rm(`${other}.x`);
    const store = await openStore(dir);
    expect(await taking(store)).toEqual(known.filter((one) => !/-[78] /.test(one)));
    await store.close();
  }));

const spoilt: readonly (readonly [string, (dir: string) => Promise<unknown>])[] = [
  ['is cut', async (dir) => writeFile(file(dir), (await readFile(file(dir))).subarray(0, -30))],
  [
    'has a letter changed',
    async (dir) => writeFile(file(dir), (await readFile(file(dir), 'utf8')).replace('person-3', 'person-9')),
  ],
  ['is empty', (dir) => writeFile(file(dir), '')],
  ['is missing', (dir) => rm(file(dir))],
  ['stands beside documents without their journal', (dir) => rm(join(dir, 'journal'), { recursive: true })],
];

test.each(spoilt)('a file that %s counts for none, and the next one does', (_, spoil) =>
  withFolder(async (dir) => {
    await filled(dir);
    await spoil(dir);
    expect(await withDigests(dir)).toEqual([]);
    expect(await withDigests(dir)).toEqual(known);
  }),
);

test('a file of another form counts for none', () =>
  withFolder(async (dir) => {
    await filled(dir);
    const store = await openStore(dir);
    expect(await taking(store, 'another form')).toEqual([]);
    await store.close();
  }));

test('whoever is erased is in no file from before it is said until ever after', () =>
  withFolder(async (dir) => {
    await filled(dir);
    const store = await openStore(dir);
    const taken = await taking(store);
    expect(taken).toEqual(known);
    store.digests.keep(form, (id) => `${id} 1`);
    expect(await filesNaming(dir, 'person-7\t')).toHaveLength(1);
    await store.erase('participant', 'person-7');
    expect(await filesNaming(dir, 'person-7\t')).toEqual([]);
    // A close writes what it knows, and an erasure that comes meanwhile is refused or in it.
    const closing = store.close();
    const erasing = store.erase('participant', 'person-9').then(
      () => 'erased',
      () => 'refused',
    );
    await closing;
    const isErased = (await erasing) === 'erased';
    expect((await filesNaming(dir, 'person-9\t')).length === 0).toBe(isErased);
    expect(await filesNaming(dir, 'person-7')).toEqual([]);
    expect(await readdir(join(dir, 'digest'))).not.toContain('participant.tsv.draft');
  }));

test('a close waits for the file that is being written', () =>
  withFolder(async (dir) => {
    await filled(dir);
    await rm(file(dir));
    const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const disk = watchedDisk(async ({ name, path }, go) => {
      if (name === 'rename' && path.includes('participant.tsv')) {
        reached.resolve();
        await released.promise;
      }
      return go();
    });
    const store = await openStore(dir, { disk, digestsAfter: 0 });
    await taking(store);
    // Everybody is read, as there is no file.
    await all(store, 0);
    store.digests.keep(form, (id) => `${id} 1`);
    await reached.promise;
    let isClosed = false;
    const closing = store.close().then(() => {
      isClosed = true;
    });
    await pause(100);
    expect(isClosed).toBe(false);
    released.resolve();
    await closing;
    expect(await withDigests(dir)).toEqual(known);
  }));

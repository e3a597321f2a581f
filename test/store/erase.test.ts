import { writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { openStore } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { filesNaming, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save } from './steps.ts';
import { watchedDisk } from './watched-disk.ts';

const secret = 'un secret de Ben';

test('an erased person leaves no byte of their words, and no name of a file', async () => {
  await withFolder(async (dir) => {
    const store = await openStore(dir);
    for (const id of ['ana', 'cleo']) await save(store, person(id));
    let ben = await save(store, person('ben-key', secret));
    await store.checkpoint();
    // Words in a document, in an older journal and in the present one.
    ben = await save(store, { ...ben, tries: 1 });
    const checkpoint = store.checkpoint();
    await save(store, { ...ben, tries: 2 });
    await checkpoint;
    expect(await filesNaming(dir, secret)).not.toEqual([]);
    await store.erase('participant', 'ben-key');
    expect(await filesNaming(dir, secret)).toEqual([]);
    expect(await filesNaming(dir, 'ben-key')).toEqual([]);
    await store.close();
    expect(await filesNaming(dir, 'ben-key')).toEqual([]);
    const later = await openStore(dir);
    expect((await all(later, 0)).map(({ id }) => id)).toEqual(['ana', 'cleo']);
    await later.close();
  });
});

test('several erased at once, under saves, all leave nothing', async () => {
  await withFolder(async (dir) => {
    const store = await openStore(dir);
    const ids = Array.from({ length: 12 }, (_, n) => `gone-${n}.`);
    await Promise.all(ids.map((id) => save(store, person(id, `${secret} ${id}`))));
    const busy = Promise.all(Array.from({ length: 12 }, (_, n) => save(store, person(`kept-${n}`))));
    await Promise.all(ids.map((id) => store.erase('participant', id)));
    await busy;
    expect(await filesNaming(dir, secret)).toEqual([]);
    expect(await all(store, 0)).toHaveLength(24);
    await store.close();
  });
});

test('a draft that a crash left is erased with its document', async () => {
  await withFolder(async (dir) => {
    const store = await openStore(dir);
    await save(store, person('ben', secret));
    await store.checkpoint();
    const [path] = await filesNaming(dir, secret);
    await writeFile(`${path}.draft`, secret);
    await store.erase('participant', 'ben');
    expect(await filesNaming(dir, secret)).toEqual([]);
    await store.close();
  });
});

test('an erasure that the disk stops half-way says so, and asking again finishes it', async () => {
  await withFolder(async (dir) => {
    let stuck = false;
    const disk = watchedDisk(async (call, go) => {
      if (stuck && call.name === 'unlink')
        throw Object.assign(new Error('as a test wants it'), { code: 'EACCES' });
      return go();
    });
    const store = await openStore(dir, { disk, onProblem: () => {} });
    await save(store, person('ben', secret));
    await store.checkpoint();
    stuck = true;
    await expect(store.erase('participant', 'ben')).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.load('participant', 'ben')).toBeUndefined();
    stuck = false;
    await store.erase('participant', 'ben');
    expect(await filesNaming(dir, secret)).toEqual([]);
    await store.close();
  });
});

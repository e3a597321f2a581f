import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openStore } from '#store/files/open.ts';
import { StoreUnavailable } from '#store/store.ts';
import { filesIn, filesNaming, withFolder } from './folders.ts';
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

test('many erased at once leave nothing, and bring the documents up to date once', async () => {
  await withFolder(async (dir) => {
    let begun = 0;
    const disk = watchedDisk(async (call, go) => {
      if (call.name === 'open' && call.path.endsWith('.log')) begun += 1;
      return go();
    });
    const store = await openStore(dir, { disk });
    const ids = Array.from({ length: 60 }, (_, n) => `gone-${n}.`);
    await Promise.all(ids.map((id) => save(store, person(id, `${secret} ${id}`))));
    await save(store, person('ana'));
    await store.checkpoint();
    begun = 0;
    await store.eraseMany('participant', [...ids, 'never-there']);
    expect(begun).toBe(1);
    expect(await filesNaming(dir, secret)).toEqual([]);
    expect(await filesNaming(dir, 'gone-')).toEqual([]);
    expect((await all(store, 0)).flatMap(({ record }) => record?.id ?? [])).toEqual(['ana']);
    await store.eraseMany('participant', ids);
    expect(begun).toBe(1);
    await store.close();
  });
});

test('what was set aside goes with its consultation, or when it is old and names none', async () => {
  await withFolder(async (dir) => {
    const store = await openStore(dir);
    const folder = join(dir, 'quarantine');
    await mkdir(folder);
    const at = (day: string) => `${Date.parse(day).toString(36)}-77-1`;
    const [old, fresh] = [at('2026-01-01'), at('2026-11-01')];
    const files: readonly [name: string, text: string, stays: boolean][] = [
      [`participant.ana.${fresh}.json`, '{ "record": { "consultation": "ours", "cut', false],
      [`journal.000000000000012.${fresh}.txt`, '{"kind":"reference","record":{"consultation":"ours"', false],
      [`participant.ben.${old}.json`, '{ "consultation": "theirs", "cut', true],
      [`participant.cleo.${old}.json`, 'nothing to be read', false],
      [`whereabouts.dan.${old}.json`, '', false],
      [`participant.eve.${fresh}.json`, 'nothing to be read', true],
      [`consultation.ours.${old}.json`, '{ "id": "ours", "quotes": [', false],
      [`consultation.theirs.${old}.json`, '{ "id": "theirs", "quotes": [', true],
      [`account.zoe.${old}.json`, 'nothing of the people', true],
    ];
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    // A folder stood where a document should have.
    await mkdir(join(folder, `participant.fay.${old}.json`, 'within'), { recursive: true });
    await store.eraseLeftovers('ours', '2026-06-01T00:00:00.000Z');
    const left = (await filesIn(folder)).map((path) => path.slice(folder.length + 1)).sort();
    expect(left).toEqual(files.flatMap(([name, , stays]) => (stays ? [name] : [])).sort());
    await store.close();
  });
});

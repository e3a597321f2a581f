import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openStore, type StoreProblem } from '#store/files/open.ts';
import { RecordUnreadable, StoreUnavailable } from '#store/store.ts';
import { failing, refusal } from './failures.ts';
import { documentOf, filesIn, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save, three } from './steps.ts';
import { watchedDisk } from './watched-disk.ts';

const ids = async (store: Parameters<typeof all>[0]) => (await all(store, 0)).map(({ id }) => id);

/** What the system may refuse to give: the file stays where it is, and is read again once it can be. */
test.each(['EACCES', 'EIO', 'EMFILE'])('a document that is refused (%s) hurts nobody else', async (code) => {
  await withFolder(async (dir) => {
    await three(dir);
    const path = await documentOf(dir, 'ben');
    const before = await readFile(path, 'utf8');
    let refused = true;
    const disk = watchedDisk(async (call, go) => {
      if (refused && call.name === 'read' && call.path === path) throw failing(code);
      return go();
    });
    const problems: StoreProblem[] = [];
    const store = await openStore(dir, { disk, onProblem: (problem) => problems.push(problem) });
    for (let time = 0; time < 2; time++)
      await expect(store.load('participant', 'ben')).rejects.toBeInstanceOf(RecordUnreadable);
    await expect(store.save('participant', person('ben', 'anew'))).rejects.toBeInstanceOf(RecordUnreadable);
    expect((await store.load('participant', 'ana'))?.version).toBe(1);
    await save(store, person('dora'));
    expect((await ids(store)).filter((id) => id !== 'ben')).toEqual(['ana', 'cleo', 'dora']);
    await store.checkpoint();
    expect(problems).toMatchObject([{ about: 'unreadable-document' }]);
    expect(problems[0]?.message).toContain(code);
    expect(problems[0]?.message).not.toContain(dir);
    expect(await readFile(path, 'utf8')).toBe(before);
    refused = false;
    expect((await store.load('participant', 'ben'))?.version).toBe(1);
    await store.close();
  });
});

test('once the operator gives up what was set aside, the person begins anew', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const path = await documentOf(dir, 'ben');
    await rm(path);
    await mkdir(path);
    const store = await openStore(dir, { onProblem: () => {} });
    await expect(store.load('participant', 'ben')).rejects.toBeInstanceOf(RecordUnreadable);
    await rm(join(dir, 'quarantine'), { recursive: true });
    expect(await store.load('participant', 'ben')).toBeUndefined();
    expect((await save(store, person('ben', 'anew'))).version).toBe(1);
    await store.close();
  });
});

test('what stands in the place of a document or of its folder does not keep a checkpoint from its end', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const store = await openStore(dir, { onProblem: () => {} });
    const ben = await store.load('participant', 'ben');
    const ana = await store.load('participant', 'ana');
    if (!ben || !ana) throw new Error('both are there');
    const [benPath, anaPath] = [await documentOf(dir, 'ben'), await documentOf(dir, 'ana')];
    await save(store, ben);
    await save(store, ana);
    await rm(benPath);
    await mkdir(benPath);
    await rm(dirname(anaPath), { recursive: true });
    await writeFile(dirname(anaPath), 'a file');
    await store.checkpoint();
    await store.close();
    const later = await openStore(dir);
    expect((await all(later, 0)).map(({ id, record }) => [id, record?.version])).toEqual([
      ['cleo', 1],
      ['ben', 2],
      ['ana', 2],
    ]);
    await later.close();
  });
});

test('a damaged document that cannot be set aside is left, and not replaced', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const path = await documentOf(dir, 'ben');
    await writeFile(path, 'x');
    await writeFile(join(dir, 'quarantine'), 'a file');
    const problems: StoreProblem[] = [];
    const store = await openStore(dir, { onProblem: (problem) => problems.push(problem) });
    expect(await ids(store)).toEqual(['ana', 'cleo']);
    await expect(store.save('participant', person('ben'))).rejects.toBeInstanceOf(RecordUnreadable);
    await store.close();
    expect(problems).toMatchObject([{ about: 'damaged-document' }]);
    expect(await readFile(path, 'utf8')).toBe('x');
  });
});

test('a folder of documents that cannot be looked through hides its own alone', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const shard = dirname(await documentOf(dir, 'ben'));
    const disk = watchedDisk(async (call, go) => {
      if (call.name === 'list' && call.path === shard) throw failing('EACCES');
      return go();
    });
    const problems: StoreProblem[] = [];
    const store = await openStore(dir, { disk, onProblem: (problem) => problems.push(problem) });
    expect(await ids(store)).toEqual(['ana', 'cleo']);
    expect((await store.load('participant', 'ben'))?.version).toBe(1);
    await store.close();
    expect(problems).toMatchObject([{ about: 'unreadable-folder' }]);
  });
});

test('of a whole disk that fails, not every document fills the log', async () => {
  await withFolder(async (dir) => {
    const full = await openStore(dir);
    await Promise.all(Array.from({ length: 150 }, (_, n) => save(full, person(`p${n}`))));
    await full.close();
    const disk = watchedDisk(async (call, go) => {
      if (call.name === 'read' && call.path.includes('participant')) throw failing('EIO');
      return go();
    });
    const problems: StoreProblem[] = [];
    const store = await openStore(dir, { disk, onProblem: (problem) => problems.push(problem) });
    expect(await ids(store)).toEqual([]);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toContain('More than 100');
    await store.close();
  });
});

test.each([
  ['a folder of a kind that is refused', 'participant', 'The folder participant'],
  ['a journal that is refused', 'journal', 'journal'],
])('%s stops the start with the remedy', async (_, folder, said) => {
  await withFolder(async (dir) => {
    await three(dir);
    await rename(join(dir, folder), join(dir, 'kept'));
    await writeFile(join(dir, folder), 'a file');
    const why = await refusal(openStore(dir));
    expect(why.message).toContain(said);
    await rm(join(dir, folder));
    await rename(join(dir, 'kept'), join(dir, folder));
    const store = await openStore(dir);
    expect(await ids(store)).toEqual(['ana', 'ben', 'cleo']);
    await store.close();
  });
});

test('a part of the journal that cannot be read stops the start, and is named', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    await mkdir(join(dir, 'journal', '000000000000001.log'));
    const why = await refusal(openStore(dir));
    expect(why).toBeInstanceOf(StoreUnavailable);
    expect(why.message).toContain('000000000000001.log');
    expect(why.remedy).toContain('backup');
    await rm(join(dir, 'journal', '000000000000001.log'), { recursive: true });
    await (await openStore(dir)).close();
    expect(await filesIn(join(dir, 'quarantine')).catch(() => [])).toEqual([]);
  });
});

import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openStore, type StoreProblem } from '#store/files/open.ts';
import { documentOf, filesIn, filesNaming, modesIn, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save, three } from './steps.ts';

const damages: [string, (text: string) => string][] = [
  ['cut short', (text) => text.slice(0, -30)],
  ['empty', () => ''],
  ['null', () => 'null'],
  ['of zeros', (text) => '\0'.repeat(text.length)],
  ['of another form', (text) => text.replace('"tries": 0', '"tries": "none"')],
  ['without its place', (text) => text.replace(/"cursor": \d+,/, '')],
  ['of someone else', (text) => text.replace('"id": "ben"', '"id": "bob"')],
];

test.each(damages)('a document %s is set aside and reported; the others load', async (_, damage) => {
  await withFolder(async (dir) => {
    await three(dir);
    const path = await documentOf(dir, 'ben');
    await writeFile(path, damage(await readFile(path, 'utf8')));
    const problems: StoreProblem[] = [];
    const store = await openStore(dir, { onProblem: (problem) => problems.push(problem) });
    expect(await store.load('participant', 'ben')).toBeUndefined();
    expect((await all(store, 0)).map(({ id }) => id)).toEqual(['ana', 'cleo']);
    expect(problems).toEqual([
      { about: 'damaged-document', message: expect.any(String), remedy: expect.any(String) },
    ]);
    expect(JSON.stringify(problems)).not.toContain('words');
    expect((await save(store, person('ben', 'anew'))).version).toBe(1);
    await store.close();
    expect((await filesIn(join(dir, 'quarantine'))).map((it) => it.includes('participant.ben.'))).toEqual([
      true,
    ]);
  });
});

test('a damaged document is also met, and only once, by whoever passes through all', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    for (const id of ['ana', 'ben']) await writeFile(await documentOf(dir, id), 'x');
    const problems: StoreProblem[] = [];
    const store = await openStore(dir, { onProblem: (problem) => problems.push(problem) });
    for (let pass = 0; pass < 2; pass++) expect((await all(store, 0)).map(({ id }) => id)).toEqual(['cleo']);
    expect(problems).toHaveLength(2);
    await store.close();
  });
});

test('a repaired document that is put back is there again', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const path = await documentOf(dir, 'ben');
    const good = await readFile(path);
    await writeFile(path, 'x');
    const store = await openStore(dir, { onProblem: () => {} });
    expect(await store.load('participant', 'ben')).toBeUndefined();
    await store.close();
    const [aside = ''] = await filesIn(join(dir, 'quarantine'));
    await writeFile(aside, good);
    await rename(aside, path);
    const later = await openStore(dir);
    expect(await later.load('participant', 'ben')).toMatchObject({ version: 1 });
    await later.close();
  });
});

test('erasing someone erases what was set aside about them', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const path = await documentOf(dir, 'ben');
    await writeFile(path, 'words of ben, and nothing else');
    const store = await openStore(dir, { onProblem: () => {} });
    expect(await store.load('participant', 'ben')).toBeUndefined();
    expect(await filesNaming(dir, 'words of ben')).toHaveLength(1);
    await store.erase('participant', 'ben');
    expect(await filesNaming(dir, 'words of ben')).toEqual([]);
    await store.close();
  });
});

test('foreign files among the documents are left alone', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const shard = join(await documentOf(dir, 'ben'), '..');
    for (const name of ['.DS_Store', 'note.txt', 'Ben.json', 'ben (copy).json', 'ben.json.draft'])
      await writeFile(join(shard, name), 'x');
    await writeFile(join(dir, 'participant', 'note.txt'), 'x');
    const store = await openStore(dir);
    expect((await all(store, 0)).map(({ id }) => id)).toEqual(['ana', 'ben', 'cleo']);
    await store.close();
    expect(await filesIn(join(dir, 'quarantine')).catch(() => [])).toEqual([]);
  });
});

test('only the account of the server reads the files', async () => {
  await withFolder(async (dir) => {
    await chmod(dir, 0o755);
    const data = join(dir, 'data');
    await three(data);
    await writeFile(await documentOf(data, 'ben'), 'x');
    const store = await openStore(data, { onProblem: () => {} });
    await store.load('participant', 'ben');
    const modes = [...(await modesIn(dir)).filter(({ path }) => path !== dir)];
    expect(modes.length).toBeGreaterThan(8);
    for (const { path, folder, mode } of modes) expect([path, mode]).toEqual([path, folder ? 0o700 : 0o600]);
    await store.close();
  });
});

test('a document is read and erased by hand', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const path = await documentOf(dir, 'ben');
    const { cursor, record } = JSON.parse(await readFile(path, 'utf8'));
    expect([cursor, record]).toEqual([2, { ...person('ben', 'words of ben'), version: 1 }]);
    expect(await filesNaming(dir, 'words of ben')).toEqual([path]);
  });
});

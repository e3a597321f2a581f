import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openStore, type StoreProblem } from '#store/files/open.ts';
import { RecordUnreadable } from '#store/store.ts';
import { refusal } from './failures.ts';
import { documentOf, filesIn, filesNaming, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save, three } from './steps.ts';

const ids = async (store: Parameters<typeof all>[0]) => (await all(store, 0)).map(({ id }) => id);

const strangers: [string, (path: string) => Promise<unknown>][] = [
  ['a folder', (path) => mkdir(path)],
  ['a folder with something in it', (path) => mkdir(join(path, 'inner'), { recursive: true })],
  ['a link to itself', (path) => symlink(path, path)],
  ['a link that leads nowhere', (path) => symlink(`${path}.gone`, path)],
  ['a link to a device without end', (path) => symlink('/dev/zero', path)],
  ['a pipe', async (path) => void execFileSync('mkfifo', [path])],
];

test.each(strangers)(
  '%s in the place of a document is set aside, and nothing takes its place',
  async (_, put) => {
    await withFolder(async (dir) => {
      await three(dir);
      const path = await documentOf(dir, 'ben');
      const kept = join(dir, 'kept');
      await rename(path, kept);
      await put(path);
      const problems: StoreProblem[] = [];
      const onProblem = (problem: StoreProblem) => void problems.push(problem);
      for (let start = 0; start < 2; start++) {
        const store = await openStore(dir, { onProblem });
        expect(await ids(store)).toEqual(['ana', 'cleo']);
        await expect(store.load('participant', 'ben')).rejects.toBeInstanceOf(RecordUnreadable);
        await expect(store.save('participant', person('ben'))).rejects.toBeInstanceOf(RecordUnreadable);
        await store.checkpoint();
        await store.close();
      }
      expect(problems.map(({ about }) => about)).toEqual(['unreadable-document', 'unreadable-document']);
      await rename(kept, path);
      const store = await openStore(dir, { onProblem });
      expect(await store.load('participant', 'ben')).toMatchObject({ version: 1 });
      await store.erase('participant', 'ben');
      expect(await filesNaming(dir, 'ben')).toEqual([]);
      await save(store, person('ben'));
      await store.close();
    });
  },
);

test('a backup leaves out what is no file, says so, and waits for none', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const store = await openStore(dir, { onProblem: () => {} });
    const path = await documentOf(dir, 'ben');
    await rm(path);
    execFileSync('mkfifo', [path]);
    expect(await store.backup(7)).toMatchObject({ documents: 2, unread: 1 });
    await store.close();
  });
});

test('a pipe in the place of a part of the journal, or of the lock, stops the start and is named', async () => {
  await withFolder(async (dir) => {
    await three(dir);
    const [segment = ''] = await filesIn(join(dir, 'journal'));
    await rm(segment);
    execFileSync('mkfifo', [segment]);
    expect((await refusal(openStore(dir))).message).toContain('.log');
    await rm(segment);
    execFileSync('mkfifo', [join(dir, 'lock')]);
    await expect(openStore(dir)).rejects.toMatchObject({ remedy: expect.stringContaining('lock') });
  });
});

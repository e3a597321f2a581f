import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createSealedTexts } from '#store/files/sealed-texts.ts';
import { withFolder } from './folders.ts';

const parts = (now: () => number, more = {}) => ({ forMs: 1000, most: 3, now, ...more });

/** The texts of a folder, closed when the work is done. */
const withTexts = (
  work: (
    open: () => ReturnType<typeof createSealedTexts>,
    dir: string,
    clock: { now: number },
  ) => Promise<void>,
) =>
  withFolder(async (folder) => {
    const dir = join(folder, 'kept-forms');
    const clock = { now: 5000 };
    const opened: ReturnType<typeof createSealedTexts>[] = [];
    const open = () => {
      const texts = createSealedTexts(
        dir,
        parts(() => clock.now),
      );
      opened.push(texts);
      return texts;
    };
    try {
      await work(open, dir, clock);
    } finally {
      for (const one of opened) one.close();
    }
  });

const filesIn = async (dir: string) => (await readdir(dir)).toSorted();

test('what is kept is opened by its name alone, after a restart as well, and until its end', () =>
  withTexts(async (open, _, clock) => {
    const name = await open().keep('Ce que j’ai écrit');
    const again = open();
    expect(await again.open(name ?? '')).toBe('Ce que j’ai écrit');
    expect(await again.open(`${name?.slice(0, -1)}x`)).toBeUndefined();
    clock.now += 1000;
    expect(await again.open(name ?? '')).toBeUndefined();
  }));

test('neither the text nor the name stands in the folder', () =>
  withTexts(async (open, dir) => {
    const name = (await open().keep('Un secret de la mairie')) ?? '';
    const [file = ''] = await filesIn(dir);
    const bytes = await readFile(join(dir, file), 'utf8');
    expect(file).not.toContain(name);
    for (const shown of [bytes, Buffer.from(bytes, 'base64').toString('utf8')]) {
      expect(shown).not.toContain('secret');
      expect(shown).not.toContain(name);
    }
  }));

test('what is over goes from the disk, and of too many the oldest', () =>
  withTexts(async (open, dir, clock) => {
    const texts = open();
    const names: string[] = [];
    for (const text of ['a', 'b', 'c', 'd']) {
      names.push((await texts.keep(text)) ?? '');
      clock.now += 10;
    }
    expect(await filesIn(dir)).toHaveLength(3);
    expect(await Promise.all(names.map((one) => texts.open(one)))).toEqual([undefined, 'b', 'c', 'd']);
    clock.now += 2000;
    await texts.keep('e');
    expect(await filesIn(dir)).toHaveLength(1);
  }));

test('a file that was cut or changed opens nothing', () =>
  withTexts(async (open, dir) => {
    const texts = open();
    const name = (await texts.keep('entier')) ?? '';
    const [file = ''] = await filesIn(dir);
    const bytes = await readFile(join(dir, file), 'utf8');
    for (const wrong of ['', bytes.slice(0, 8), bytes.slice(0, -4)]) {
      await writeFile(join(dir, file), wrong);
      expect(await texts.open(name)).toBeUndefined();
    }
  }));

test('what the disk does not take is not said to be kept', () =>
  withFolder(async (folder) => {
    await writeFile(join(folder, 'taken'), '');
    const texts = createSealedTexts(
      join(folder, 'taken', 'kept-forms'),
      parts(() => 0),
    );
    expect(await texts.keep('x')).toBeUndefined();
    texts.close();
  }));

import { cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Link } from '#domain/records/records.ts';
import { frame, unframe } from '#store/files/journal/frame.ts';
import { openStore, type StoreProblem } from '#store/files/open.ts';
import { filesIn, filesNaming, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, inherit, save } from './steps.ts';
import { mortalDisk } from './watched-disk.ts';

/** Leaves a folder as a process that died after these saves: everything stands in the journal alone. */
async function afterDeath(dir: string, ids: readonly string[], link?: Link): Promise<string> {
  const { disk, end } = mortalDisk();
  const store = await openStore(join(dir, 'home'), { disk });
  for (const id of ids) await save(store, person(id, `words of ${id}`));
  if (link) await store.save('link', link);
  await end();
  return inherit(join(dir, 'home'), join(dir, 'heir'));
}

async function onlySegment(dir: string): Promise<string> {
  const [segment, ...others] = await filesIn(join(dir, 'journal'));
  if (segment === undefined || others.length > 0) throw new Error('one segment was expected');
  return segment;
}

test('a frame is given back, whatever stands in it', () => {
  const texts = ['', 'a', '{"a":"é\\n"}', ' 1 2 3 ', '\u2028', '日本'.repeat(500)];
  const file = Buffer.from(texts.map(frame).join(''));
  expect([...unframe(file)]).toEqual(texts.map((text) => ({ kind: 'line', text })));
});

test('any changed bit of a frame is noticed', () => {
  const whole = Buffer.from(frame('{"cursor":1}'));
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    const pieces = [...unframe(changed)];
    // The sum is read without regard to case and leading zeros, so a line may only come back as it was.
    for (const piece of pieces) if (piece.kind === 'line') expect(piece.text).toBe('{"cursor":1}');
  }
});

test('a torn last record is dropped at each byte, and every earlier one is kept', async () => {
  await withFolder(async (dir) => {
    const link: Link = { schema: 1, id: 'code', version: 0, participant: 'ben' };
    const origin = await afterDeath(dir, ['ana', 'ben'], link);
    const bytes = await readFile(await onlySegment(origin));
    for (let size = bytes.lastIndexOf('\n', bytes.length - 2) + 1; size < bytes.length; size++) {
      const copy = join(dir, `copy-${size}`);
      await cp(origin, copy, { recursive: true });
      await truncate(await onlySegment(copy), size);
      const problems: StoreProblem[] = [];
      const store = await openStore(copy, { onProblem: (problem) => problems.push(problem) });
      expect((await all(store, 0)).map(({ id }) => id)).toEqual(['ana', 'ben']);
      expect(await store.load('link', 'code')).toBeUndefined();
      expect(await store.save('link', link)).toMatchObject({ outcome: 'saved', record: { version: 1 } });
      await store.close();
      expect(problems).toEqual([]);
    }
  });
}, 20_000);

test('a damaged line in the middle is set aside and reported; the lines after it are kept', async () => {
  await withFolder(async (dir) => {
    const heir = await afterDeath(dir, ['ana', 'ben', 'cleo']);
    const segment = await onlySegment(heir);
    const bytes = await readFile(segment);
    bytes.writeUInt8(0x21, bytes.indexOf('words of ben'));
    await writeFile(segment, bytes);
    const problems: StoreProblem[] = [];
    const store = await openStore(heir, { onProblem: (problem) => problems.push(problem) });
    expect((await all(store, 0)).map(({ id }) => id)).toEqual(['ana', 'cleo']);
    expect(problems).toEqual([
      { about: 'damaged-journal', message: expect.any(String), remedy: expect.any(String) },
    ]);
    expect(JSON.stringify(problems)).not.toContain('words');
    await store.close();
    expect(await filesNaming(dir, 'ords of ben')).toEqual([expect.stringContaining('quarantine')]);
  });
});

test('a line that is whole but no record is set aside', async () => {
  await withFolder(async (dir) => {
    const heir = await afterDeath(dir, ['ana']);
    const segment = await onlySegment(heir);
    const odd = [
      '{"cursor":2,"kind":"participant","record":{"id":"ben"}}',
      '{"cursor":3,"kind":"song"}',
      '[]',
      '{',
    ];
    await writeFile(segment, odd.map(frame).join(''), { flag: 'a' });
    const problems: StoreProblem[] = [];
    const store = await openStore(heir, { onProblem: (problem) => problems.push(problem) });
    expect((await all(store, 0)).map(({ id }) => id)).toEqual(['ana']);
    expect(problems.map(({ about }) => about)).toEqual(Array(4).fill('damaged-journal'));
    await store.close();
  });
});

test.each([
  ['empty', Buffer.alloc(0)],
  ['zeros', Buffer.alloc(4096)],
  ['noise without a line feed', Buffer.alloc(100, 0x7f)],
])('a journal of %s is an empty one', async (_, bytes) => {
  await withFolder(async (dir) => {
    const store = await openStore(dir);
    await save(store, person('ana'));
    await store.close();
    await writeFile(await onlySegment(dir), bytes);
    const later = await openStore(dir);
    expect(await all(later, 0)).toMatchObject([{ id: 'ana', cursor: 1 }]);
    await save(later, person('ben'));
    expect(await all(later, 1)).toMatchObject([{ id: 'ben', cursor: 2 }]);
    await later.close();
  });
});

test('without its journal, a folder tells the last cursor from its documents', async () => {
  await withFolder(async (dir) => {
    const store = await openStore(dir);
    for (const id of ['ana', 'ben']) await save(store, person(id));
    await store.close();
    await rm(join(dir, 'journal'), { recursive: true });
    const later = await openStore(dir);
    await save(later, person('cleo'));
    expect((await all(later, 2)).map(({ id }) => id)).toEqual(['cleo']);
    await later.close();
  });
});

import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { records } from '#domain/records/records.ts';
import { frame } from '#store/files/journal/frame.ts';
import { openStore, type StoreProblem } from '#store/files/open.ts';
import { RecordUnreadable } from '#store/store.ts';
import { formOfRecords } from '#store/upgrade/form-of-records.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { refusal } from './failures.ts';
import { documentOf, filesIn, withFolder } from './folders.ts';
import { printsOf } from './form-prints.ts';
import { person } from './people.ts';
import { all, save, three } from './steps.ts';

const later: [string, (text: string) => string][] = [
  ['of a later schema', (text) => text.replace('"schema": 1', '"schema": 2')],
  ['with a field that is not known', (text) => text.replace('"answers"', '"mood": "calm", "answers"')],
  ['with such a field inside', (text) => text.replace('"kind":"text"', '"kind":"text","tone":1')],
  ['in an envelope that says more', (text) => text.replace('"record"', '"form": 9, "record"')],
];

test.each(later)('a document %s is left as it is, and nothing takes its place', async (_, rewrite) => {
  await withFolder(async (dir) => {
    await three(dir);
    const path = await documentOf(dir, 'ben');
    const text = rewrite(await readFile(path, 'utf8'));
    await writeFile(path, text);
    const problems: StoreProblem[] = [];
    const store = await openStore(dir, { onProblem: (problem) => problems.push(problem) });
    expect((await all(store, 0)).map(({ id }) => id)).toEqual(['ana', 'cleo']);
    await expect(store.save('participant', person('ben'))).rejects.toBeInstanceOf(RecordUnreadable);
    await store.checkpoint();
    await store.close();
    expect(problems).toMatchObject([{ about: 'later-document', remedy: expect.stringContaining('release') }]);
    expect(JSON.stringify(problems)).not.toMatch(/calm|words/);
    expect(await readFile(path, 'utf8')).toBe(text);
    expect(await filesIn(join(dir, 'quarantine')).catch(() => [])).toEqual([]);
  });
});

test('a consultation or an account that a later release wrote stops the start, named with the remedy', async () => {
  await withFolder(async (dir) => {
    const store = await openStore(dir);
    await store.save('consultation', newConsultation({ version: 0 }));
    await store.close();
    const [path = ''] = await filesIn(join(dir, 'consultation'));
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"title"', '"mood": "calm", "title"'));
    const why = await refusal(openStore(dir, { onProblem: () => {} }));
    expect(why.message).toContain('later release: the document consultation/');
    expect(why.message).not.toContain('calm');
    expect(why.remedy).toContain('release that wrote it');
    await writeFile(path, text);
    await (await openStore(dir)).close();
  });
});

const lines: [string, object][] = [
  ['a record of a later schema', { kind: 'participant', record: { ...person('ben'), schema: 2 } }],
  ['a field that is not known', { kind: 'participant', record: { ...person('ben'), mood: 'calm' } }],
  ['a kind that is not known', { kind: 'song', record: { schema: 1, id: 'la' } }],
];

test.each(lines)('a journal with %s stops the start, and stays as it is', async (_, line) => {
  await withFolder(async (dir) => {
    await three(dir);
    const [segment = ''] = await filesIn(join(dir, 'journal'));
    await writeFile(segment, frame(JSON.stringify({ cursor: 4, ...line })), { flag: 'a' });
    const before = await readFile(segment);
    const why = await refusal(openStore(dir));
    expect(why.message).toContain('later release');
    expect(why.message).not.toContain('calm');
    expect(await readFile(segment)).toEqual(before);
    expect(await filesIn(join(dir, 'quarantine')).catch(() => [])).toEqual([]);
  });
});

test('a folder in which a later release wrote stops the start before anything is touched', async () => {
  await withFolder(async (dir) => {
    const home = join(dir, 'home');
    await three(home);
    await writeFile(join(home, 'format.json'), JSON.stringify({ form: formOfRecords + 1, release: '9.1.0' }));
    await cp(home, join(dir, 'before'), { recursive: true });
    const why = await refusal(openStore(home));
    expect(why.message).toContain('9.1.0');
    expect(why.remedy).toContain('backup');
    expect((await filesIn(home)).length).toBe((await filesIn(join(dir, 'before'))).length);
    await writeFile(join(home, 'format.json'), 'x');
    expect((await refusal(openStore(home))).message).toContain('format.json');
  });
});

test('a folder of before the form was written down says it from now on', async () => {
  await withFolder(async (dir) => {
    await (await openStore(dir)).close();
    expect(JSON.parse(await readFile(join(dir, 'format.json'), 'utf8'))).toMatchObject({
      form: formOfRecords,
    });
    const store = await openStore(dir);
    await save(store, person('ana'));
    await store.close();
  });
});

test('the form that is written down is raised when what is kept changes', async () => {
  const known = JSON.parse(await readFile(new URL('./samples/form-prints.json', import.meta.url), 'utf8'));
  // When this fails: raise formOfRecords in src/store/upgrade/form-of-records.ts if the last release does not read what changed,
  // then keep what is printed here in test/store/samples/form-prints.json.
  expect({ form: formOfRecords, kinds: printsOf(records) }).toEqual(known);
});

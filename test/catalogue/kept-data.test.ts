import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trajectoires-kept-'));
});
afterAll(() => rm(dir, { recursive: true }));

/** What a start of its own reads of a sheet, with compiled code kept in the folder: its data, and where a place stands. */
async function read(file: string): Promise<unknown> {
  const source = `import { readSheet } from './catalogue/files/sheet.ts';
    const { data, problems, problem } = readSheet(${JSON.stringify(dir)}, ${JSON.stringify(file)});
    console.log(JSON.stringify({ data, problems, at: problem(['b', 1], 'wrong', 'mend it') }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', source], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(dir, 'compiled') },
  });
  return JSON.parse(stdout);
}

const keptIn = async () =>
  (await readdir(join(dir, 'compiled'), { recursive: true })).filter((name) => /yaml-\w+\.json$/.test(name));

test('a sheet that an earlier start has read is not parsed again, and speaks of the same places; a changed one is', async () => {
  await writeFile(join(dir, 'one.yaml'), 'a: é “x”\nb:\n  - 1\n  - { c: null }\n');
  const first = await read('one.yaml');
  expect(first).toMatchObject({ data: { a: 'é “x”', b: [1, { c: null }] }, problems: [], at: { line: 4 } });
  expect(await keptIn()).toHaveLength(1);
  expect(await read('one.yaml')).toEqual(first);
  await writeFile(join(dir, 'one.yaml'), 'a: other\n');
  expect(await read('one.yaml')).toMatchObject({ data: { a: 'other' } });
  expect(await keptIn()).toHaveLength(2);
});

test('what is wrong, or is no plain JSON, is read each time', async () => {
  const before = (await keptIn()).length;
  await writeFile(join(dir, 'wrong.yaml'), 'a: [1\n');
  expect(await read('wrong.yaml')).toMatchObject({ problems: [{ file: 'wrong.yaml' }] });
  await writeFile(join(dir, 'odd.yaml'), 'a: .inf\n');
  await read('odd.yaml');
  expect(await keptIn()).toHaveLength(before);
});

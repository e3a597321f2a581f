import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | string;
  readonly said: string;
}

const run = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const command = ['--disable-warning=ExperimentalWarning', 'src/tools/catalogue.ts', ...args];
    execFile(process.execPath, command, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    );
  });

test('from a new catalogue to a workbook and back', async () => {
  const [dir, book] = [join(folder, 'Val d’Été'), join(folder, 'val.xlsx')];
  expect(await run('new', dir)).toMatchObject({ code: 0, said: expect.stringContaining('“val-d-ete”') });
  expect(await run('check', dir)).toMatchObject({
    code: 0,
    said: expect.stringContaining('everything is in order'),
  });
  expect(await run('new', dir)).toMatchObject({ code: 1, said: expect.stringContaining('is not empty') });
  expect(await run('export', book, dir)).toMatchObject({ code: 0 });
  expect(await run('import', book, dir)).toMatchObject({
    code: 0,
    said: expect.stringContaining('is kept in'),
  });
  expect(await run('check', dir)).toMatchObject({ code: 0 });
}, 60_000);

test('a wrong use says the right one; a folder or a file that is not there says so', async () => {
  expect(await run('bake')).toMatchObject({
    code: 2,
    said: expect.stringContaining('npm run catalogue -- check'),
  });
  expect(await run('check', '/nowhere')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/catalogue\.yaml.*missing/),
  });
  expect(await run('import', '/nowhere.xlsx', folder)).toMatchObject({
    code: 1,
    said: expect.stringContaining('cannot be found'),
  });
}, 60_000);

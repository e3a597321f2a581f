import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { loadCatalogues } from '#catalogue/load-all.ts';
import { catalogueFolder, clearWorkbenches, workbench } from './workbench.ts';

const folder = mkdtempSync(join(tmpdir(), 'catalogues-'));
afterAll(() => {
  clearWorkbenches();
  rmSync(folder, { recursive: true });
});

/** A copy of the project's catalogue under another id, in a folder of this name. */
function put(name: string, id: string, into = folder): void {
  const bench = workbench();
  bench.edit('catalogue.yaml', 'id: trajectoires', `id: ${id}`);
  renameSync(bench.folder, join(into, name));
}

const ids = (given: string | undefined) => {
  const loaded = loadCatalogues(catalogueFolder, given);
  return 'catalogues' in loaded ? loaded.catalogues.all.map(({ id }) => id) : loaded.problems;
};

test('the program’s own is served alone, or after those of a municipality', () => {
  put('b', 'bourg');
  put('v', 'vallee');
  expect(ids(undefined)).toEqual(['trajectoires']);
  expect(ids(join(folder, 'b'))).toEqual(['bourg', 'trajectoires']);
  expect(ids(folder)).toEqual(['bourg', 'vallee', 'trajectoires']);
});

test('what an import keeps of a folder is not served', () => {
  put('b.before-2026-11-24T10-00-00-000Z', 'bourg');
  expect(ids(folder)).toEqual(['bourg', 'vallee', 'trajectoires']);
});

test('a folder that holds none is told with the remedy', () => {
  expect(ids('/nowhere/at/all')).toMatchObject([
    { file: '/nowhere/at/all', remedy: expect.stringContaining('CATALOGUE_DIR') },
  ]);
});

test('two of one id and version cannot stand side by side', () => {
  const twins = mkdtempSync(join(tmpdir(), 'twins-'));
  put('one', 'bourg', twins);
  put('two', 'bourg', twins);
  expect(ids(twins)).toMatchObject([{ file: 'one/catalogue.yaml', place: 'id' }]);
  rmSync(twins, { recursive: true });
});

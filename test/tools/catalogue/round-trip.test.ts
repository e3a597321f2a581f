import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { fromTables } from '#src/tools/catalogue/folder.ts';
import { number } from '#src/tools/catalogue/row.ts';
import { type TableName, tableNames, type WorkbookTable } from '#src/tools/catalogue/table.ts';
import { toTables } from '#src/tools/catalogue/tables.ts';
import { type ReadTables, readCsv, readWorkbook, writeWorkbook } from '#src/tools/catalogue/workbook.ts';
import { writeFolder } from '#src/tools/catalogue/write.ts';
import { catalogueFolder, clearWorkbenches, workbench } from '#test/catalogue/workbench.ts';

const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
afterAll(() => {
  clearWorkbenches();
  rmSync(folder, { recursive: true, force: true });
});

function loaded(dir: string): Catalogue {
  const result = loadCatalogue(dir);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.catalogue;
}

function tablesOf(read: ReadTables): ReadonlyMap<TableName, WorkbookTable> {
  if ('misfits' in read) throw new Error(JSON.stringify(read.misfits));
  return read.tables;
}

const named = (tables: readonly WorkbookTable[]) =>
  new Map(
    tableNames.flatMap((name) => tables.filter((it) => it.name === name).map((it) => [name, it] as const)),
  );

/** The sample, with texts that spreadsheets like to spoil. */
function awkward(): string {
  const bench = workbench();
  const example =
    'Une salle équipée au bourg permet de travailler deux jours par semaine sans prendre la route.';
  bench.edit('fr/domains/mobility.yaml', example, '"=1+1 ; @moi, « l’été » — 20 % d\'économies, \\"vite\\""');
  bench.edit('fr/domains/mobility.yaml', 'title: La mobilité évitée', 'title: "+33, -2 et 007"');
  return bench.folder;
}

describe.each([
  ['the project’s own catalogue', () => catalogueFolder],
  ['a catalogue with awkward texts', awkward],
])('%s', (_, from) => {
  const before = loaded(from());

  test('comes back whole from a workbook', async () => {
    const path = join(folder, 'all.xlsx');
    await writeWorkbook(path, toTables(before));
    const dir = join(folder, `workbook-${before.edition.slice(-8)}`);
    const tables = tablesOf(await readWorkbook(path));
    expect([...tables.values()]).toEqual(toTables(before));
    expect(writeFolder(fromTables(tables), dir)).toEqual({ outcome: 'written' });
    expect(loaded(dir)).toEqual(before);
  });

  test.each([',', ';'])(
    'comes back whole from each of its sheets saved as CSV with “%s”',
    async (delimiter) => {
      const all = toTables(before);
      const read = new Map<TableName, WorkbookTable>();
      for (const { name, header, rows } of all) {
        const path = join(folder, `${name}.csv`);
        writeFileSync(
          path,
          stringify([[...header], ...rows.map((row) => [...row])], { delimiter, bom: delimiter === ';' }),
        );
        for (const [known, table] of tablesOf(await readCsv(path))) read.set(known, table);
      }
      expect([...read.values()]).toEqual(all);
    },
  );
});

test('a sheet is read in the forms that spreadsheets save, and a code copied with signs that nobody sees', async () => {
  const [signs] = toTables(loaded(workbench().folder)).filter(({ name }) => name === 'cross-impacts');
  if (signs === undefined) throw new Error('No cross-impacts');
  const rows = signs.rows.map(([from = '', ...rest], i) => [i === 0 ? `\u00a0${from}\u200b` : from, ...rest]);
  const text = stringify([[...signs.header], ...rows], { delimiter: '\t' });
  const path = join(folder, 'other.csv');
  for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`sep=\t\r\n${text}`)]) {
    writeFileSync(path, bytes);
    expect(tablesOf(await readCsv(path)).get('cross-impacts')).toEqual(signs);
  }
});

test('a sheet that is no table is told with its line', async () => {
  const path = join(folder, 'open.csv');
  writeFileSync(path, 'from;to;impact\n"a;b;1\n');
  expect(await readCsv(path)).toMatchObject({
    misfits: [{ message: `${path}: this is no table, from line 2 on.` }],
  });
});

test.each([
  ['+2', 2],
  ['\u22122', -2],
  ['\u20132', -2],
  ['-2', -2],
  ['2+', '2+'],
  ['+-2', '+-2'],
])('the number %s', (typed, read) => {
  expect(number(typed)).toBe(read);
});

test('a catalogue in one language, that judges nothing, comes back too', () => {
  const bench = workbench();
  bench.remove('en');
  for (const part of ['.', 'fr']) bench.remove(`${part}/cross-impacts.yaml`);
  const before = loaded(bench.folder);
  const dir = join(folder, 'french');
  writeFolder(fromTables(named(toTables(before))), dir);
  expect(loaded(dir)).toEqual(before);
});

describe('what is wrong in a sheet', () => {
  const tables = toTables(loaded(catalogueFolder));
  /** The sheets with one cell changed. */
  const spoilt = (name: TableName, row: number, column: string, value: string) =>
    named(
      tables.map((table) =>
        table.name !== name
          ? table
          : {
              ...table,
              rows: table.rows.map((cells, i) =>
                i === row - 2 ? cells.map((cell, j) => (table.header[j] === column ? value : cell)) : cells,
              ),
            },
      ),
    );

  test.each([
    ['trajectories', 4, 'orientation', 'nowhere', { sheet: 'trajectories', row: 4 }],
    [
      'trajectories',
      3,
      'summary (fr)',
      'mot '.repeat(41),
      { sheet: 'trajectories', row: 3, column: 'summary (fr)' },
    ],
    ['questions', 3, 'kind', 'slider', { sheet: 'questions', row: 3 }],
    ['cross-impacts', 2, 'impact', '9', { sheet: 'cross-impacts', row: 2, column: 'impact' }],
    ['cross-impacts', 2, 'impact', 'beaucoup', { sheet: 'cross-impacts', row: 2, column: 'impact' }],
    ['catalogue', 2, 'version', 'demain', { sheet: 'catalogue', row: 2, column: 'version' }],
  ] as const)(
    '%s, row %i, %s: is told at its cell, and nothing is written',
    (name, row, column, value, cell) => {
      const dir = join(folder, 'spoilt');
      const draft = fromTables(spoilt(name, row, column, value));
      const written = writeFolder(draft, dir);
      if (written.outcome !== 'refused') throw new Error('It was written');
      const cells = written.problems.map(({ file, place }) => draft.originOf(file, place));
      expect(cells).toContainEqual(cell);
      expect(() => readFileSync(join(dir, 'catalogue.yaml'))).toThrow('ENOENT');
    },
  );

  test('a column that is missing, or no sheet at all, is told by name', async () => {
    const path = join(folder, 'short.xlsx');
    const table = tables.find(({ name }) => name === 'signals');
    if (table === undefined) throw new Error('No signals');
    await writeWorkbook(path, [
      { ...table, header: table.header.map((name) => (name === 'weight' ? 'poids' : name)) },
    ]);
    expect(await readWorkbook(path)).toMatchObject({
      misfits: [{ message: expect.stringContaining('weight') }],
    });
    await writeWorkbook(path, [{ name: 'Feuille 1', header: ['a'], rows: [['b']] }]);
    expect(await readWorkbook(path)).toMatchObject({
      misfits: [{ message: expect.stringContaining('no sheet') }],
    });
  });
});

test('a folder that is there keeps its other files, and what it was stays beside it', () => {
  const dir = join(folder, 'kept');
  const draft = fromTables(named(toTables(loaded(catalogueFolder))));
  writeFolder(draft, dir);
  writeFileSync(join(dir, 'notes.txt'), 'Mes notes');
  const written = writeFolder(draft, dir);
  expect(readFileSync(join(dir, 'notes.txt'), 'utf8')).toBe('Mes notes');
  if (written.outcome !== 'written' || written.before === undefined) throw new Error('Nothing was kept');
  expect(loaded(written.before)).toEqual(loaded(dir));
});

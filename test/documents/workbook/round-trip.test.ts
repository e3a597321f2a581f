import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { loadCatalogue } from '#catalogue/load.ts';
import { fromTables } from '#documents/workbook/from-tables.ts';
import { type ReadTables, readTables } from '#documents/workbook/read-tables.ts';
import { number } from '#documents/workbook/row.ts';
import { type TableName, tableNames, type WorkbookTable } from '#documents/workbook/table.ts';
import { toTables } from '#documents/workbook/to-tables.ts';
import { writeWorkbook } from '#documents/workbook/write-workbook.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
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

/** What tables tell: the languages that tell everything, not what a language says of itself. */
const inTables = ({ packs: _, text, ...others }: Catalogue) => ({
  ...others,
  text: Object.fromEntries(others.languages.map((language) => [language, text[language]])),
});

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
    const dir = join(folder, `workbook-${before.edition.slice(-8)}`);
    const tables = tablesOf(await readTables(await writeWorkbook(toTables(before))));
    expect([...tables.values()]).toEqual(toTables(before).map((table) => ({ ...table, headerRow: 1 })));
    expect(writeFolder(fromTables(tables), dir)).toEqual({ outcome: 'written' });
    expect(inTables(loaded(dir))).toEqual(inTables(before));
  });

  test.each([',', ';'])(
    'comes back whole from each of its sheets saved as CSV with “%s”',
    async (delimiter) => {
      const all = toTables(before);
      const read = new Map<TableName, WorkbookTable>();
      for (const { name, header, rows } of all) {
        const text = stringify([[...header], ...rows.map((row) => [...row])], {
          delimiter,
          bom: delimiter === ';',
        });
        for (const [known, table] of tablesOf(await readTables(Buffer.from(text)))) read.set(known, table);
        expect(read.has(name)).toBe(true);
      }
      expect([...read.values()]).toEqual(all.map((table) => ({ ...table, headerRow: 1 })));
    },
  );
});

test('a sheet is read in the forms that spreadsheets save, and a code copied with signs that nobody sees', async () => {
  const [signs] = toTables(loaded(workbench().folder)).filter(({ name }) => name === 'cross-impacts');
  if (signs === undefined) throw new Error('No cross-impacts');
  const rows = signs.rows.map(([from = '', ...rest], i) => [i === 0 ? `\u00a0${from}\u200b` : from, ...rest]);
  const text = stringify([[...signs.header], ...rows], { delimiter: '\t' });
  for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`sep=\t\r\n${text}`)]) {
    expect(tablesOf(await readTables(bytes)).get('cross-impacts')).toEqual({ ...signs, headerRow: 1 });
  }
});

test('a sheet that is no table is told with its row', async () => {
  expect(await readTables(Buffer.from('from;to;impact\n"a;b;1\n'))).toEqual({
    misfits: [{ code: 'unreadable', cell: { row: 2 } }],
  });
});

test.each([
  ['+2', 2],
  ['\u22122', -2],
  ['\u20132', -2],
  ['-2', -2],
  ['2+', '2+'],
  ['+-2', '+-2'],
  ["'-1", -1],
  ['+ 2', 2],
  ['2,0', 2],
  ['-0', 0],
  ['1,5', '1,5'],
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
  expect(inTables(loaded(dir))).toEqual(inTables(before));
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
    [
      'trajectories',
      4,
      'orientation',
      'nowhere',
      { sheet: 'trajectories', row: 4, column: 'orientation', letter: 'D' },
    ],
    [
      'trajectories',
      3,
      'summary (fr)',
      'mot '.repeat(41),
      { sheet: 'trajectories', row: 3, column: 'summary (fr)', letter: 'J' },
    ],
    ['questions', 3, 'kind', 'slider', { sheet: 'questions', row: 3, column: 'kind', letter: 'C' }],
    ['options', 3, 'id', 'Deux Mots', { sheet: 'options', row: 3, column: 'id', letter: 'B' }],
    ['cross-impacts', 2, 'impact', '9', { sheet: 'cross-impacts', row: 2, column: 'impact', letter: 'C' }],
    [
      'cross-impacts',
      2,
      'impact',
      'beaucoup',
      { sheet: 'cross-impacts', row: 2, column: 'impact', letter: 'C' },
    ],
    ['catalogue', 2, 'version', 'demain', { sheet: 'catalogue', row: 2, column: 'version', letter: 'B' }],
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
    const table = tables.find(({ name }) => name === 'signals');
    if (table === undefined) throw new Error('No signals');
    const short = await writeWorkbook([
      { ...table, header: table.header.map((name) => (name === 'weight' ? 'poids' : name)) },
    ]);
    expect(await readTables(short)).toEqual({
      misfits: [{ code: 'no-column', cell: { sheet: 'signals', row: 1 }, value: 'weight' }],
    });
    const none = await writeWorkbook([{ name: 'Feuille 1', header: ['a'], rows: [['b']] }]);
    expect(await readTables(none)).toMatchObject({ misfits: [{ code: 'no-sheet' }] });
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

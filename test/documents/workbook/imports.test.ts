import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { loadCatalogue } from '#catalogue/load.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { readImpactsFile } from '#documents/tables/impacts/read-impacts-csv.ts';
import { sayMisfit } from '#documents/workbook/at-cell.ts';
import { checkKeys } from '#documents/workbook/check-keys.ts';
import type { Misfit } from '#documents/workbook/misfit.ts';
import { readTables } from '#documents/workbook/read-tables.ts';
import type { TableName, Tables } from '#documents/workbook/table.ts';
import { toTables } from '#documents/workbook/to-tables.ts';
import { writeWorkbook } from '#documents/workbook/write-workbook.ts';
import { starter, starterWords } from '#src/tools/catalogue/starter.ts';
import { catalogueFolder } from '#test/catalogue/workbench.ts';
import { catalogue } from '#test/wording/sample.ts';

const file = (name: string) => readFileSync(new URL(`files/${name}`, import.meta.url));
const spoken = loadPhrases(catalogueFolder);
if ('problems' in spoken) throw new Error('No phrases');
const { phrases } = spoken;
const loaded = loadCatalogue(catalogueFolder);
if ('problems' in loaded) throw new Error('No catalogue');
const small = toTables(starter(loaded.catalogue, 'val', starterWords().titles));
const table = (name: TableName) => {
  const found = small.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No ${name}`);
  return found;
};

async function tables(bytes: Uint8Array): Promise<Tables> {
  const read = await readTables(bytes);
  if ('misfits' in read) throw new Error(JSON.stringify(read.misfits));
  return read.tables;
}
const rowsOf = async (bytes: Uint8Array, name: TableName) => (await tables(bytes)).get(name)?.rows;

describe('files as spreadsheets save them', () => {
  test.each([
    ['a workbook with a merged domain', '02-merged-domain.xlsx', 'orientations'],
    ['a workbook with codes copied from a page', '15-zwsp-nbsp-ids.xlsx', 'orientations'],
    ['Windows-1252 and semicolons', '32-cp1252-semicolon.csv', 'trajectories'],
    ['UTF-16 and tabs', '34-utf16-tab.csv', 'trajectories'],
    ['the line sep=;', '36-sep-line.csv', 'trajectories'],
  ] as const)('%s: every cell as it was meant', async (_, name, sheet) => {
    const read = (await tables(file(name))).get(sheet);
    // The files were saved of a catalogue whose English was reworded since.
    const kept = (cells: readonly string[]) => cells.filter((_, at) => !read?.header[at]?.endsWith('(en)'));
    expect(read?.rows.map(kept)).toEqual(table(sheet).rows.map(kept));
    const english = read?.rows.flat().join('\n') ?? '';
    expect(english).not.toMatch(/[\uFFFD\u200B]/);
  });

  test.each(['13-impact-signs.xlsx', '40-impact-signs.csv'])('%s: judgements with any sign', async (name) => {
    const read = await tables(file(name));
    const draft = await import('#documents/workbook/from-tables.ts');
    const whole = new Map([...small.map((one) => [one.name, one] as const), ...read]);
    const { files } = draft.fromTables(whole);
    const before = draft.fromTables(new Map(small.map((one) => [one.name, one] as const))).files;
    expect(files.get('cross-impacts.yaml')).toEqual(before.get('cross-impacts.yaml'));
  });

  test.each(['51-cp1252-titles.csv', '54-sep.csv'])('%s: the judgements of a workshop', async (name) => {
    expect(await readImpactsFile(file(name), catalogue)).toEqual({ impacts: catalogue.crossImpacts });
  });

  test('a workshop’s judgements may come as a workbook', async () => {
    const all = catalogue.domains.flatMap(({ orientations }) => orientations);
    const data = [
      ['', ...all],
      ...all.map((from) => [from, ...all.map((to) => catalogue.crossImpacts[from]?.[to] ?? null)]),
    ].map((row) => row.map((value) => (value === null || value === '' ? null : { value })));
    const bytes = await writeExcelFile([{ sheet: 'Feuille 1', data }]).toBuffer();
    expect(await readImpactsFile(bytes, catalogue)).toEqual({ impacts: catalogue.crossImpacts });
  });
});

const written = (name: TableName, change: (cells: string[], row: number) => readonly string[]) =>
  writeWorkbook(
    small.map((one) =>
      one.name === name ? { ...one, rows: one.rows.map((cells, i) => change([...cells], i + 2)) } : one,
    ),
  );

/** A workbook with one of its files changed. */
function within(book: Uint8Array, change: (path: string, xml: string) => string): Uint8Array {
  const entries = Object.entries(unzipSync(book));
  return zipSync(
    Object.fromEntries(
      entries.map(([path, bytes]) => [
        path,
        /\.xml$/.test(path) ? strToU8(change(path, strFromU8(bytes))) : bytes,
      ]),
    ),
  );
}

describe('cells as people and spreadsheets leave them', () => {
  test('accents in two signs, signs of no width, no-break spaces around, guards of formulas', async () => {
    const book = await written('options', (cells) =>
      cells.map((cell, i) => (i < 2 ? `\u00a0${cell}\u200b` : cell.normalize('NFD'))),
    );
    expect(await rowsOf(book, 'options')).toEqual(table('options').rows);
    const text =
      'from;to;impact;reason (fr);reason (en)\n"mobility-near";health-home;\'-1;"deux\nlignes, ""dites""";\'=vu\n';
    expect(await rowsOf(Buffer.from(text), 'cross-impacts')).toEqual([
      ['mobility-near', 'health-home', '-1', 'deux\nlignes, "dites"', '=vu'],
    ]);
  });

  test.each(['TRUE', 'VRAI', 'true'])('the code true, which a spreadsheet made %s of', async (value) => {
    const text = `question;id;title (fr)\nq;${value};Oui, c’est VRAI\n`;
    expect(await rowsOf(Buffer.from(text), 'options')).toEqual([['q', 'true', 'Oui, c’est VRAI']]);
  });

  test('a header in capitals, after a title and an empty row; other columns, rows and sheets at the end', async () => {
    const text =
      '\ufeffNos options;;;\n;;;\nQuestion;ID;Title\u00a0(FR);\nq;a;Un;;\n;;;;\nq;b;Deux;;note\n;;\n';
    const read = await tables(Buffer.from(text));
    expect(read.get('options')).toMatchObject({ headerRow: 3 });
    const [misfit] = checkKeys(read);
    expect(misfit).toEqual({
      code: 'unknown-key',
      value: 'q',
      cell: { sheet: 'options', row: 4, column: 'question', letter: 'A' },
    });
  });

  test('the signs of an older Macintosh, and quotation marks between tabs', async () => {
    const bytes = Uint8Array.from(
      [...'question;id;title (fr)\nq;a;Le march'].map((c) => c.charCodeAt(0)).concat(0x8e, 0x0a),
    );
    expect(await rowsOf(bytes, 'options')).toEqual([['q', 'a', 'Le marché']]);
    const tabs = 'question\tid\ttitle (fr)\nq\ta\t"Vite" dit-on\n';
    expect(await rowsOf(Buffer.from(tabs), 'options')).toEqual([['q', 'a', '"Vite" dit-on']]);
  });

  test('a sheet named by Numbers, and one that only its header names', async () => {
    const { header, rows } = table('orientations');
    for (const name of ['orientations - Tableau 1', 'Feuille 1'])
      expect(await rowsOf(await writeWorkbook([{ name, header, rows }]), 'orientations')).toEqual(rows);
  });

  test('cells merged over rows and columns, whatever their sheet', async () => {
    const book = await written('signals', (cells, row) => (row === 3 ? ['', ...cells.slice(1)] : cells));
    const merged = within(book, (path, xml) =>
      path.endsWith('sheet9.xml')
        ? xml.replace(
            '</sheetData>',
            '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
          )
        : xml,
    );
    const rows = await rowsOf(merged, 'signals');
    expect(rows?.[1]?.[0]).toBe(rows?.[0]?.[0]);
    expect(checkKeys(await tables(book))[0]).toMatchObject({ code: 'no-key', cell: { row: 3, letter: 'A' } });
  });
});

describe('a refusal says where, in words of the person’s spreadsheet', () => {
  const said = async (bytes: Uint8Array, language = 'fr') => {
    const read = await readTables(bytes);
    const misfits: readonly Misfit[] = 'misfits' in read ? read.misfits : checkKeys(read.tables);
    return misfits.map((one) => sayMisfit(one, phrases.say(language)));
  };

  test('signs that are lost, never guessed', async () => {
    const cut = Buffer.from('question;id;title (fr)\nq;a;Été, marché, forêt\n')
      .toString('latin1')
      .slice(0, 25);
    const mixed = Buffer.concat([
      Buffer.from('question;id;title (fr)\nq;a;Été, forêt\nq;b;'),
      Buffer.of(0xe9, 0x0a),
    ]);
    expect(await said(mixed)).toEqual([
      expect.stringMatching(/^Ligne 3, colonne C\s: des signes sont perdus.*CSV.UTF-8/),
    ]);
    expect(await said(Buffer.from('question;id;title (fr)\nq;a;\ufffd'))).toEqual([
      expect.stringMatching(/^Ligne 2, colonne C/),
    ]);
    expect(cut).not.toContain('\ufffd');
    const odd = Buffer.concat([Buffer.from('\ufeffquestion;id\n', 'utf16le'), Buffer.of(0x61)]);
    expect((await said(odd))[0]).toMatch(/^Ligne 2, colonne A/);
    const book = await written('options', (cells, row) =>
      row === 5 ? [...cells.slice(0, 2), 'perdu', 'lost'] : cells,
    );
    const spoilt = within(book, (_, xml) => xml.replaceAll('perdu', 'perdu\ufffd'));
    expect(await said(spoilt, 'en')).toEqual([
      expect.stringMatching(/^Sheet “options”, row 5, column C: some signs are lost/),
    ]);
  });

  test('a formula without a result, and what is empty or goes nowhere', async () => {
    const failed = await written('cross-impacts', (cells, row) =>
      row === 7 ? [cells[0] ?? '', cells[1] ?? '', '#REF!', '', ''] : cells,
    );
    expect(await said(failed)).toEqual([
      expect.stringMatching(/^Feuille «\scross-impacts\s», ligne 7, colonne C\s: la formule/),
    ]);
    const lost = await written('signals', (cells, row) =>
      row === 4 ? ['nowhere', ...cells.slice(1)] : cells,
    );
    expect(await said(lost)).toEqual([
      expect.stringMatching(/^Feuille «\ssignals\s», ligne 4, colonne A \(trajectory\)\s: «\snowhere\s»/),
    ]);
  });

  test.each([
    ['an old workbook', Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /ancien fichier Excel/],
    [
      'a file of LibreOffice',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }),
      /LibreOffice/,
    ],
    ['a file of Numbers', zipSync({ 'Index/Document.iwa': strToU8('x') }), /Numbers/],
    ['another zip', zipSync({ a: strToU8('x') }), /pas un tableau/],
    ['half a workbook', file('02-merged-domain.xlsx').subarray(0, 9_000), /pas un tableau/],
    ['nothing', Buffer.alloc(0), /vide/],
    ['only empty cells', Buffer.from(';;\n;\n'), /vide/],
    ['a picture', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), /pas un tableau/],
  ])('%s', async (_, bytes, words) => {
    expect(await said(bytes)).toEqual([expect.stringMatching(words)]);
  });
});

import { expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { paperTemplate } from '#documents/tables/paper/paper-template.ts';
import { readPaperFile } from '#documents/tables/paper/read-paper-file.ts';
import { readSheets } from '#documents/tables/sheets/read-sheets.ts';
import { writeWorkbook } from '#documents/workbook/write-workbook.ts';
import { sampleWording } from '#test/wording/sample.ts';
import type { Wording } from '#wording/wording.ts';

const loaded = loadPhrases('catalogue');
if ('problems' in loaded) throw new Error('The phrases are wrong');
const { phrases } = loaded;

const mobility = (language = 'fr'): Wording => {
  const wording = sampleWording(language);
  const domains = wording.catalogue.domains.filter(({ id }) => id === 'mobility');
  return { ...wording, catalogue: { ...wording.catalogue, domains } };
};
const { catalogue } = mobility();
const about = { catalogue, phrases };
const titles = catalogue.domains.flatMap(({ trajectories }) =>
  trajectories.map(({ id }) => mobility().text.trajectories[id]?.title ?? id),
);
const [first = '', second = ''] = titles;
const [one = '', two = ''] = catalogue.domains.flatMap(({ trajectories }) =>
  trajectories.map(({ id }) => id),
);

const csv = (rows: readonly (readonly string[])[], separator = ';') =>
  rows.map((row) => row.join(separator)).join('\r\n');
const read = (text: string, encoding: BufferEncoding = 'utf8') =>
  readPaperFile(Buffer.from(text, encoding), about);
const table = (...cells: readonly string[]) =>
  csv([['Feuille n°', first, second], ...cells.map((cell, i) => [`${i + 1}`, ...cell.split('|')])]);

test.each(['fr', 'en'])(
  'the template in %s holds a column a trajectory, and its choices as lists',
  async (language) => {
    const wording = mobility(language);
    const bytes = await paperTemplate(wording);
    const sheets = await readSheets(bytes);
    if ('problem' in sheets) throw new Error(sheets.problem.code);
    const [table_, lists] = sheets.sheets;
    expect(table_?.rows[0]).toHaveLength(3 + titles.length + 1);
    expect(lists?.rows.map((row) => row[2])).toContain(wording.text.stances['dont-know']);
    const xml = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
    // Of who and where, and of each trajectory.
    expect(xml.match(/<dataValidation /g)).toHaveLength(2 + titles.length);
    expect(xml.indexOf('<dataValidations')).toBeGreaterThan(xml.indexOf('</sheetData>'));
    expect(await readPaperFile(bytes, about)).toMatchObject({ problems: [{ code: 'nothing' }] });
  },
);

test.each(['fr', 'en'])('what was chosen in %s comes back as it was meant', async (language) => {
  const { text } = mobility(language);
  const bytes = await paperTemplate(mobility(language));
  const sheets = await readSheets(bytes);
  const head = 'sheets' in sheets ? (sheets.sheets[0]?.rows[0] ?? []) : [];
  const row = [
    ...['12', `${text.roles.retired} ; ${text.roles.citizen}`, text.territories['rural-village'] ?? ''],
    ...[text.stances['2'], text.stances['dont-know'], ...titles.slice(2).map(() => ''), 'Un car, svp.'],
  ];
  const filled = await writeWorkbook([
    { name: 'Feuilles', header: head, rows: [row, ['13', ...row.slice(1).map(() => '')]] },
  ]);
  expect(await readPaperFile(filled, about)).toEqual({
    sheets: [
      {
        ...{ number: 12, roles: ['retired', 'citizen'], territory: 'rural-village' },
        stances: { [one]: 2, [two]: 'dont-know' },
        remarks: { mobility: 'Un car, svp.' },
      },
    ],
  });
});

test.each<[string, string, readonly unknown[]]>([
  ['figures of the boxes', table('1|5', '0|'), [{ [one]: -2, [two]: 2 }, { [one]: 'dont-know' }]],
  [
    'views with their sign',
    table('+2|−1', '0|1'),
    [
      { [one]: 2, [two]: -1 },
      { [one]: 0, [two]: 1 },
    ],
  ],
  ['a sign that a spreadsheet took', table("'-2|2,0"), [{ [one]: -2, [two]: 2 }]],
  ['words in any letters', table('TRES SOUHAITABLE|I don’t know'), [{ [one]: 2, [two]: 'dont-know' }]],
])('%s are read', async (_, text, stances) => {
  expect(await read(text)).toMatchObject({ sheets: stances.map((one_) => ({ stances: one_ })) });
});

test.each<[string, string, object]>([
  ['2 alone may mean two things', table('2|1'), { code: 'which-scale', row: 2, column: 2, value: '2' }],
  ['both scales at once', table('-1|4'), { code: 'two-scales', row: 2, column: 2, value: '-1' }],
  ['a yes', table('TRUE|5'), { code: 'stance', row: 2, column: 2, value: 'TRUE' }],
  ['beyond the boxes', table('4|7'), { code: 'stance', row: 2, column: 3, value: '7' }],
  ['beyond the scale', table('-1|+4'), { code: 'stance', row: 2, column: 3, value: '+4' }],
  [
    'a number twice',
    csv([
      ['Feuille n°', first],
      ['4', '5'],
      ['04', '5'],
    ]),
    { code: 'repeated', row: 3, column: 1 },
  ],
  [
    'no number',
    csv([
      ['Feuille n°', first],
      ['', '5'],
    ]),
    { code: 'number', row: 2, column: 1 },
  ],
  [
    'half a number',
    csv([
      ['Feuille n°', first],
      ['1,5', '5'],
    ]),
    { code: 'number', row: 2, column: 1, value: '1,5' },
  ],
  [
    'no view',
    csv([
      ['Feuille n°', 'Qui êtes-vous', first],
      ['1', '3', ''],
      ['2', '', '5'],
    ]),
    { code: 'nothing', row: 2 },
  ],
  [
    'a role that is not there',
    csv([
      ['Feuille n°', 'Qui êtes-vous', first],
      ['1', '99', '5'],
    ]),
    { code: 'roles', row: 2, column: 2, value: '99' },
  ],
  [
    '2,10 as a spreadsheet has it',
    csv([
      ['Feuille n°', 'Qui êtes-vous', first],
      ['1', '2.1', '5'],
    ]),
    { code: 'roles', value: '2.1' },
  ],
  [
    'two places',
    csv([
      ['Feuille n°', 'Où vivez-vous', first],
      ['1', '1+2', '5'],
    ]),
    { code: 'territory', row: 2, column: 2 },
  ],
  [
    'a column of elsewhere',
    csv([
      ['Feuille n°', first, 'Zèbre'],
      ['1', '5', '4'],
    ]),
    { code: 'unknown-column', row: 1, column: 3, value: 'Zèbre' },
  ],
  [
    'cells beside the head',
    csv([
      ['Feuille n°', first],
      ['1', '5', 'x'],
    ]),
    { code: 'unknown-column', row: 1, column: 3, value: '' },
  ],
  [
    'a column twice',
    csv([
      ['Feuille n°', first, one],
      ['1', '5', '4'],
    ]),
    { code: 'repeated-column', row: 1, column: 3 },
  ],
  ['no head', 'a;b\r\n1;2', { code: 'no-head' }],
  ['nothing at all', '', { code: 'empty' }],
])('refused at its place: %s', async (_, text, problem) => {
  expect(await read(text)).toMatchObject({ problems: [problem] });
});

test('a title above the head, a column left empty, ids, tabs, old signs and UTF-16 are no matter', async () => {
  const rows = [
    ['Feuilles du marché', '', '', ''],
    ['', '', '', ''],
    ['Feuille n°', one, '', second],
    ['3', '5', '', '4'],
  ];
  const expected = { sheets: [{ number: 3, stances: { [one]: 2, [two]: 1 } }] };
  for (const [separator, encoding] of [
    [';', 'utf8'],
    ['\t', 'utf16le'],
    [';', 'latin1'],
  ] as const) {
    const mark = encoding === 'utf16le' ? '\ufeff' : '';
    expect(await read(mark + csv(rows, separator).replaceAll('’', "'"), encoding)).toMatchObject(expected);
  }
});

test('roles by number, by title, several of them', async () => {
  const roles = async (cell: string) => {
    const its = await read(
      csv([
        ['Feuille n°', 'Qui êtes-vous', first],
        ['1', `"${cell}"`, '5'],
      ]),
    );
    return 'sheets' in its ? its.sheets[0]?.roles : its.problems[0]?.code;
  };
  expect(await roles('3+14')).toEqual(['retired', 'citizen']);
  expect(await roles('3 14')).toEqual(['retired', 'citizen']);
  expect(await roles('3, 14')).toEqual(['retired', 'citizen']);
  expect(await roles('À la retraite, Agriculture')).toEqual(['retired', 'farmer']);
  expect(await roles('Association, vie citoyenne')).toEqual(['citizen']);
  expect(await roles('Astronaute')).toBe('roles');
});

import { describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { decoded } from '#documents/tables/csv/decoded.ts';
import { readCsv } from '#documents/tables/csv/read-csv.ts';

const cellsOf = (given: Uint8Array | string): readonly (readonly string[])[] => {
  const read = readCsv(given);
  if ('problem' in read) throw new Error(JSON.stringify(read.problem));
  return read.rows.map(({ cells }) => cells);
};

const table = [
  ['Direction', 'Énergie', 'Coût (€)'],
  ['l’été; à Noël', 'a, b', 'un "mot"'],
  ['deux\r\nlignes', '', 'œuvre'],
];
const written = (delimiter: string) => stringify(table, { delimiter, record_delimiter: '\r\n' });

/** The signs of Windows-1252 that are not those of Latin-1, among those in use here. */
const own = new Map([
  ['’', 0x92],
  ['€', 0x80],
  ['œ', 0x9c],
]);
const windows = (text: string) => Uint8Array.from([...text], (sign) => own.get(sign) ?? sign.charCodeAt(0));
const wide = (text: string, isSwapped = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(isSwapped ? bytes.swap16() : bytes);
};

describe.each([
  ['UTF-8', (text: string) => new Uint8Array(Buffer.from(text))],
  ['UTF-8 with its mark', (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`))],
  ['Windows-1252', windows],
  ['UTF-16', (text: string) => wide(`\ufeff${text}`)],
  ['UTF-16 of the other order', (text: string) => wide(`\ufeff${text}`, true)],
  ['UTF-16 without its mark', (text: string) => wide(text)],
  ['UTF-16 of the other order without its mark', (text: string) => wide(text, true)],
] as const)('a table in %s', (_, encoded) => {
  test.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ])('with %s is read as it was written, with and without the line of Excel', (_name, delimiter) => {
    expect(cellsOf(encoded(written(delimiter)))).toEqual(table);
    expect(cellsOf(encoded(`sep=${delimiter}\r\n${written(delimiter)}`))).toEqual(table);
  });
});

test('any cells come back, whatever separates them', () => {
  const cell = fc
    .string({ unit: 'binary' })
    .filter(
      (text) =>
        !/[\0\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffd]/.test(text) && text === text.normalize('NFC'),
    );
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.constantFrom(';', ',', '\t'), (drawn, delimiter) => {
      const all = [['a', 'b', 'c'], ...drawn];
      const text = stringify(all, { delimiter, quoted: true });
      expect(cellsOf(text)).toEqual(all);
    }),
  );
});

test.each([
  ['a separator within quotation marks does not count', '"a,b,c,d";e\n1;2', ['a,b,c,d', 'e']],
  ['the line of Excel says it, whatever the first line holds', 'sep=;\na,b,c;d\n1;2', ['a,b,c', 'd']],
  ['the line of Excel in quotation marks, with empty cells after it', '"sep=,";;\na,b', ['a', 'b']],
  ['old line ends', 'a;b\r1;2', ['a', 'b']],
])('%s', (_, text, first) => {
  expect(cellsOf(text)[0]).toEqual(first);
});

test('signs of no width that came along with a code are left out; spaces and those within an emoji stay', () => {
  expect(cellsOf('mobility\u200b;\u00a0near\ufeff;👩\u200d🌾')).toEqual([
    ['mobility', '\u00a0near', '👩\u200d🌾'],
  ]);
});

test('each row has the number that a spreadsheet shows, which counts empty ones but not the line of Excel', () => {
  const read = readCsv('sep=;\r\na;b\r\n\r\n"c\nd";e\r\n;\r\n');
  expect(read).toEqual({
    rows: [
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: [''] },
      { row: 3, cells: ['c\nd', 'e'] },
      { row: 4, cells: ['', ''] },
    ],
  });
});

test('what is no table is told with its row', () => {
  expect(readCsv('a;b\n1;2\n"open;3\n')).toMatchObject({ problem: { code: 'unreadable', row: 3 } });
  expect(readCsv('sep=;\na;b\n"open')).toMatchObject({ problem: { code: 'unreadable', row: 2 } });
  expect(readCsv(Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0))).toEqual({
    problem: { code: 'unreadable', row: 1 },
  });
  expect(readCsv('')).toEqual({ rows: [] });
});

test('bytes that are no UTF-8 are read as Windows wrote them, and any bytes as something', () => {
  expect(decoded(windows('l’été à 3 €'))).toBe('l’été à 3 €');
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void decoded(bytes)));
});

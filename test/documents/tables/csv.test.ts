import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unguarded } from '#documents/tables/cell-text.ts';
import { csv, csvOf } from '#documents/tables/csv-of.ts';
import { resultTable } from '#documents/tables/result-table.ts';
import { runs } from '#test/runs.ts';
import { sampleResult } from '../sample-result.ts';
import { cellsOf, textOf } from './text-of.ts';

const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Words with the signs that trouble spreadsheets. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        "'",
        '"',
        ';',
        ',',
        ' ',
        '1',
        'a',
        'é',
        '－',
        '\u00a0',
      ),
    )
    .map((signs) => signs.join('')),
);

describe('a CSV file', () => {
  test('lets no text become a formula, and gives every text back', () => {
    const languages = fc.constantFrom('fr', 'en');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), languages, (texts, language) => {
        const bytes = csvOf({ head: ['a', ...texts], rows: [[1, ...texts]], language });
        for (const [, ...cells] of cellsOf(bytes, language === 'fr' ? ';' : ',')) {
          expect(cells.filter((cell) => formula.test(cell))).toEqual([]);
          expect(cells.map(unguarded)).toEqual(texts);
        }
      }),
      { numRuns: runs(100, 5000) },
    );
  });

  test('has no cell that becomes a formula when it is opened with the other separator', () => {
    const bytes = csvOf({ head: ['a'], rows: [['un,=1+1'], ['un;=1+1'], ['un\t=1+1']], language: 'fr' });
    for (const delimiter of [',', ';', '\t'])
      expect(cellsOf(bytes, delimiter)).toEqual([['a'], ['un,=1+1'], ['un;=1+1'], ['un\t=1+1']]);
  });

  test('keeps numbers as numbers, negative ones too, with the decimal sign of the language', () => {
    const rows = [[-0.5, 1200, 0, null, '-0,5']];
    expect(textOf(csvOf({ head: ['a', 'b', 'c', 'd', 'e'], rows, language: 'fr' }))).toBe(
      '\ufeffa;b;c;d;e\r\n-0,5;1200;0;;"\'-0,5"\r\n',
    );
    expect(textOf(csvOf({ head: ['a', 'b', 'c', 'd', 'e'], rows, language: 'en' }))).toBe(
      '\ufeffa,b,c,d,e\r\n-0.5,1200,0,,"\'-0,5"\r\n',
    );
  });
});

describe.each([
  ['fr', ';', 'Souhaitable', 'Terrain commun'],
  ['en', ',', 'Desirable', 'Common ground'],
])('the result as CSV in %s', (language, delimiter, wished, common) => {
  const result = sampleResult(language);
  const [head = [], ...rows] = cellsOf(csv(result), delimiter);
  const at = (row: readonly string[], title: string) => row[head.indexOf(title)];

  test('has one row a trajectory, and says what the group made of it', () => {
    const all = result.scenario.domains.flatMap(({ trajectories }) => trajectories);
    expect(rows).toHaveLength(all.length);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    const settled = all.findIndex((one) => one.class === 'common-ground');
    expect(rows[settled]).toContain(common);
  });

  test('gives the figures of the result', () => {
    const all = result.scenario.domains.flatMap(({ trajectories }) => trajectories);
    const i = all.findIndex(({ figures }) => figures !== undefined && figures.agreement < 0);
    const share = all[i]?.figures?.support.share ?? Number.NaN;
    expect(Number(at(rows[i] ?? [], wished)?.replace(',', '.'))).toBeCloseTo(share, 4);
    expect(rows[i]?.some((cell) => /^-0[.,]\d+$/.test(cell))).toBe(true);
  });
});

describe('the table of a result', () => {
  test('shows a trajectory that too few people examined by its title alone', () => {
    const result = sampleResult('fr');
    const { columns, rows } = resultTable(result);
    const hidden = result.scenario.domains
      .flatMap(({ trajectories }) => trajectories)
      .findIndex(({ figures }) => figures === undefined);
    const shown = columns.flatMap(({ id }, i) => (rows[hidden]?.[i] === null ? [] : [id]));
    expect(shown).toEqual([
      'consultation',
      'domain_id',
      'domain',
      'trajectory_id',
      'trajectory',
      'class_id',
      'verdict',
      'reason_id',
      'source',
    ]);
  });

  test('gives no number of people from one to the smallest group', () => {
    for (const minGroup of [5, 11]) {
      const { columns, rows } = resultTable(sampleResult('fr', { minGroup }));
      const people = ['n', 'examined', 'horizon_n'].map((id) => columns.findIndex((one) => one.id === id));
      const counts = rows.flatMap((row) => people.flatMap((i) => row[i] ?? []));
      expect(counts.length).toBeGreaterThan(20);
      expect(counts.filter((count) => typeof count === 'number' && count < minGroup)).toEqual([]);
    }
  });

  test.each(['fr', 'en'])('explains each column in a sentence in %s', (language) => {
    for (const { title, about } of resultTable(sampleResult(language)).columns) {
      expect(title).not.toBe('');
      expect(about).toMatch(/\.$/);
    }
  });
});

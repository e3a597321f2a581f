import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { impactsCsv } from '#documents/tables/impacts/impacts-csv.ts';
import { readImpactsCsv } from '#documents/tables/impacts/read-impacts-csv.ts';
import type { CrossImpacts } from '#domain/catalogue/catalogue.ts';
import { runs } from '#test/runs.ts';
import { catalogue, sampleWording } from '#test/wording/sample.ts';
import { textOf } from './text-of.ts';

const all = catalogue.domains.flatMap(({ orientations }) => orientations);
const pairs = catalogue.domains.flatMap(({ orientations: own }) =>
  own.map((from) => [from, all.filter((to) => !own.includes(to))] as const),
);

/** Judgements of any workshop. */
const judgements = fc
  .array(fc.integer({ min: -3, max: 3 }), { minLength: 270, maxLength: 270 })
  .map((drawn): CrossImpacts => {
    const left = [...drawn];
    return Object.fromEntries(
      pairs.map(([from, to]) => [from, Object.fromEntries(to.map((id) => [id, left.pop() ?? 0]))]),
    );
  });

const written = (impacts: CrossImpacts, language = 'fr') =>
  textOf(impactsCsv(catalogue, impacts, sampleWording(language)));
const own = written(catalogue.crossImpacts);
const read = (text: string) => readImpactsCsv(text, catalogue);

/** The table as rows of cells, changed, then as text again. */
function edited(change: (cells: string[][]) => string[][], separator = ';'): string {
  const cells = own.split('\r\n').map((line) => line.split(';'));
  return change(cells)
    .map((row) => row.join(separator))
    .join('\r\n');
}

/** Titles hold commas: codes alone may be joined by them. */
const withoutTitles = (cells: string[][]) => cells.map((row) => row.filter((_, i) => i !== 1));

describe('the cross-impacts of a workshop', () => {
  test('read back as they were written, whatever they are, in either language', () => {
    fc.assert(
      fc.property(judgements, fc.constantFrom('fr', 'en'), (impacts, language) => {
        expect(read(written(impacts, language))).toEqual({ impacts });
      }),
      { numRuns: runs(20, 500) },
    );
  });

  test('are a square table with a code and a title a row, empty within a domain', () => {
    const rows = own.trimEnd().split('\r\n');
    expect(rows).toHaveLength(19);
    expect(rows[0]).toMatch(/^\ufeffCode de la direction;Direction;buildings-\w+;/);
    expect(rows[1]).toMatch(/^buildings-steered;[^;]+;;;;2;0;2;1;0;-1;/);
  });

  test('not judged yet are an empty table to fill in, which reads as nothing but zeros', () => {
    const empty = written({});
    expect(empty).not.toMatch(/;-?\d/);
    const found = read(empty);
    if (!('impacts' in found)) throw new Error('It should be read');
    expect(new Set(Object.values(found.impacts).flatMap((to) => Object.values(to)))).toEqual(new Set([0]));
  });

  test.each<[string, string]>([
    ['with tabs', edited((cells) => cells, '\t')],
    ['with commas', edited(withoutTitles, ',')],
    ['without the mark', own.replace('\ufeff', '')],
    ['with plain line ends', own.replaceAll('\r\n', '\n')],
    ['with a true minus sign', own.replace(/;-(\d)/g, ';\u2212$1')],
    ['with plus signs', own.replace(/;([123])(?=[;\r])/g, ';+$1')],
    ['with zeros left empty', own.replace(/;0(?=[;\r])/g, ';')],
    ['with numbers as a spreadsheet may write them', own.replace(/;([123])(?=[;\r])/g, ';$1,0')],
    ['with a dash within the domains', own.replace(/;;;/g, ';–;x;')],
    ['with empty lines and columns at the end', `${own.replaceAll('\r\n', ';;\r\n')};;;\r\n;\r\n`],
    ['with its rows the other way round', edited(([head = [], ...rows]) => [head, ...rows.reverse()])],
    ['without titles', edited(withoutTitles)],
  ])('may come %s', (_, text) => {
    expect(read(text)).toEqual({ impacts: catalogue.crossImpacts });
  });

  test('may name directions by their titles, in either language, without accents or capitals', () => {
    const titled = (language: string) =>
      edited((cells) => {
        const titles = sampleWording(language).text.orientations;
        const title = (cell: string) => `"${titles[cell]?.title.toUpperCase() ?? cell}"`;
        const [head = [], ...rows] = cells;
        return [head.map(title), ...rows.map(([id = '', ...rest]) => [title(id), ...rest])];
      });
    for (const language of ['fr', 'en']) {
      const plain = titled(language).normalize('NFD').replace(/\p{M}/gu, '');
      expect(read(plain)).toEqual({ impacts: catalogue.crossImpacts });
    }
  });
});

describe('what is wrong with a table of cross-impacts is told by place', () => {
  const put = (line: number, column: number, value: string) =>
    edited((cells) => {
      const row = cells[line - 1];
      if (row) row[column - 1] = value;
      return cells;
    });

  test.each<[string, string, object[]]>([
    ['a word', put(2, 6, 'fort'), [{ row: 2, column: 6, code: 'not-a-judgement', value: 'fort' }]],
    ['four', put(5, 3, '4'), [{ row: 5, column: 3, code: 'not-a-judgement', value: '4' }]],
    ['a half', put(5, 3, '1,5'), [{ row: 5, column: 3, code: 'not-a-judgement', value: '1,5' }]],
    ['a judgement of itself', put(2, 3, '2'), [{ row: 2, column: 3, code: 'same-domain', value: '2' }]],
    [
      'an unknown row',
      put(3, 1, 'buildings-flying'),
      [
        { row: 3, column: 1, code: 'unknown-orientation', value: 'buildings-flying' },
        { row: 19, code: 'missing-orientation', value: all[1] },
      ],
    ],
    [
      'an unknown column',
      put(1, 4, 'buildings-flying'),
      [
        { row: 1, column: 4, code: 'unknown-orientation', value: 'buildings-flying' },
        { row: 1, code: 'missing-orientation', value: all[1] },
      ],
    ],
    [
      'a row twice',
      put(3, 1, all[0] ?? ''),
      [
        { row: 3, column: 1, code: 'repeated-orientation', value: all[0] },
        { row: 19, code: 'missing-orientation', value: all[1] },
      ],
    ],
    [
      'a row left out',
      edited((cells) => cells.filter((_, i) => i !== 2)),
      [{ row: 18, code: 'missing-orientation', value: all[1] }],
    ],
    [
      'a note at the side',
      put(4, 22, 'à revoir'),
      [{ row: 4, column: 22, code: 'outside', value: 'à revoir' }],
    ],
    ['a quotation mark left open', put(3, 2, '"Des lieux'), [{ row: 3, code: 'unreadable' }]],
    ['too much', 'a'.repeat(205_000), [{ row: 1, code: 'too-large' }]],
    ...[';', ',', '\t', '\r', '\n'].map((sign): [string, string, object[]] => [
      `too many cells, by ${JSON.stringify(sign)}`,
      `a${sign}`.repeat(50_000),
      [{ row: 1, code: 'too-large' }],
    ]),
  ])('%s', (_, text, problems) => {
    expect(read(text)).toEqual({ problems });
  });

  test('an empty file lacks every row and column', () => {
    const found = read('');
    expect('problems' in found && found.problems).toHaveLength(36);
  });

  test('and is never an exception, nor more than a hundred lines', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('"', ';', '\n', '\r', ',', 'a', '-', '3', '\ufeff', 'buildings-steered', '\t'),
          {
            maxLength: 400,
          },
        ),
        (signs) => {
          const found = read(signs.join(''));
          if ('problems' in found) expect(found.problems.length).toBeLessThanOrEqual(100);
          else expect(Object.keys(found.impacts)).toHaveLength(18);
        },
      ),
    );
  });
});

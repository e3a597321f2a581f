import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import readWorkbook from 'read-excel-file/node';
import { csv, csvOf } from '#documents/tables/csv-of.ts';
import { impactsCsv } from '#documents/tables/impacts/impacts-csv.ts';
import { readImpactsCsv } from '#documents/tables/impacts/read-impacts-csv.ts';
import { resultTable } from '#documents/tables/result-table.ts';
import { xlsx } from '#documents/tables/xlsx.ts';
import { catalogue, sampleWording } from '#test/wording/sample.ts';
import { convert, findOffice, officeRemedy } from '../libre-office.ts';
import { sampleResult } from '../sample-result.ts';

const here = findOffice() !== undefined;
if (!here) console.log(officeRemedy);

/** What opens CSV: separator, quotation mark, UTF-8, from line 1, the language of numbers, quoted numbers are text, detect numbers. */
const opened = (separator: string, language: number) =>
  `Text - txt - csv (StarCalc):${separator.charCodeAt(0)},34,76,1,,${language},true,true`;
const french = 1036;
const british = 2057;

(here ? describe : describe.skip)('LibreOffice opens', () => {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tables-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  async function through(name: string, bytes: Uint8Array, to: string, from?: string) {
    const file = join(dir, name);
    await writeFile(file, bytes);
    const { path, code, complaints } = await convert(file, to, dir, from);
    expect({ code, complaints }).toEqual({ code: 0, complaints: [] });
    return readFile(path ?? '');
  }

  test.each([
    ['fr', ';', french],
    ['en', ',', british],
  ])(
    'the result as CSV in %s: numbers are numbers, texts are texts',
    async (language, separator, code) => {
      const result = sampleResult(language);
      const book = await through(`result-${language}.csv`, csv(result), 'xlsx', opened(separator, code));
      const [sheet] = await readWorkbook(book, { trim: false });
      const { columns, rows } = resultTable(result);
      const [head, ...body] = sheet?.data ?? [];
      expect(head).toEqual(columns.map(({ title }) => title));
      expect(body).toEqual(rows);
    },
    120_000,
  );

  test('a text that looks like a formula as that text', async () => {
    const texts = ['=1+1', '+3', '-2', '@SUM(A1)', '\t=1+1', ' =2*3', "'=1"];
    const rows = texts.map((text, i) => [i, text]);
    const bytes = csvOf({ head: ['n', 'text'], rows, language: 'fr' });
    const book = await through('formulas.csv', bytes, 'xlsx', opened(';', french));
    const [sheet] = await readWorkbook(book, { trim: false });
    const read = sheet?.data.slice(1).map(([, text]) => text);
    expect(read).toEqual(texts.map((text) => expect.stringMatching(new RegExp(`^'?${plain(text)}$`))));
  }, 120_000);

  test('the workbook, with its figures', async () => {
    const result = sampleResult('fr');
    const saved = await through(
      'result.xlsx',
      await xlsx(result),
      'csv:Text - txt - csv (StarCalc):59,34,76',
    );
    const lines = saved.toString('utf8').trim().split('\n');
    const { columns, rows } = resultTable(result);
    expect(lines).toHaveLength(rows.length + 1);
    const support = columns.findIndex(({ id }) => id === 'support');
    const share = rows[0]?.[support];
    expect(lines[1]?.split(';')).toContain(`${Math.round(Number(share) * 100)}%`);
  }, 120_000);

  test('the cross-impacts, and saves them as they are read again', async () => {
    const bytes = impactsCsv(catalogue, catalogue.crossImpacts, sampleWording('fr'));
    const to = 'csv:Text - txt - csv (StarCalc):44,34,76';
    // Another extension, or it would be saved over what it opens.
    const saved = (await through('impacts.txt', bytes, to, opened(';', french))).toString('utf8');
    expect(saved.split('\n')[1]).toMatch(/^buildings-steered,/);
    expect(readImpactsCsv(saved, catalogue)).toEqual({ impacts: catalogue.crossImpacts });
  }, 120_000);
});

const plain = (text: string) => text.replace(/[+*().^$|?\\[\]{}]/g, '\\$&');

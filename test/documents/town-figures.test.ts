import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import readWorkbook from 'read-excel-file/node';
import { metaOf } from '#documents/report/meta.ts';
import { report } from '#documents/report/outline.ts';
import { reportPdf } from '#documents/report/pdf.ts';
import type { Result } from '#documents/result.ts';
import { json } from '#documents/tables/json/json.ts';
import { resultSchema } from '#documents/tables/json/result-form.ts';
import { participationTable } from '#documents/tables/participation-table.ts';
import { xlsx } from '#documents/tables/xlsx.ts';
import { readPdf } from './print/read-pdf.ts';
import { textsOf } from './report/texts-of.ts';
import { sampleResult } from './sample-result.ts';
import { textOf } from './tables/text-of.ts';

const figures = {
  source: 'Insee 2021',
  roles: { resident: 100, carer: 7.5 },
  territories: { 'small-town': 40, 'rural-village': 60 },
};

function withFigures(language: string, kind: Result['kind'] = 'final'): Result {
  const result = sampleResult(language, { kind });
  const { wording } = result;
  const consultation = { ...wording.consultation, townFigures: figures };
  return { ...result, wording: { ...wording, consultation } };
}

const told = (result: Result) => textsOf(report(result)).map((text) => text.replace(/[\u00a0\u202f]/g, ' '));

describe('a result beside the town’s own figures', () => {
  test('is told in the report, with whose figures they are and that nothing is weighted', () => {
    const texts = told(withFigures('fr'));
    expect(texts).toContain('Leur part');
    expect(texts).toContain('7,5 %');
    expect(texts.join(' ')).toContain('selon cette source : Insee 2021.');
    expect(texts.join(' ')).toContain('Les réponses ne sont pas pondérées');
    expect(told(withFigures('en')).join(' ')).toContain('Answers are not weighted');
    expect(told(sampleResult('fr')).join(' ')).not.toContain('pondérées');
  });

  test('tells no share of a provisional result', () => {
    const texts = told(withFigures('fr', 'provisional'));
    expect(texts).not.toContain('Leur part');
    expect(texts).toContain('Territoire');
  });

  test('has its place on paper', async () => {
    const result = withFigures('fr');
    const { pages } = readPdf(await reportPdf(report(result), metaOf(result, 'report'), { compress: false }));
    const read = pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ');
    expect(read).toContain('Leur part');
    expect(read).toContain('Insee 2021');
    expect(pages.every(({ missing }) => missing === 0)).toBe(true);
  }, 60_000);

  test('has a column of its own in tables, and none where there are no figures', async () => {
    const { columns, rows } = participationTable(withFigures('fr'));
    const at = columns.findIndex(({ id }) => id === 'town');
    const shareOf = (id: string) => rows.find((row) => row.includes(id))?.[at];
    expect(shareOf('carer')).toBe(0.075);
    expect(shareOf('rural-village')).toBe(0.6);
    expect(shareOf('student')).toBeNull();
    expect(participationTable(sampleResult('fr')).columns.map(({ id }) => id)).not.toContain('town');
    const sheets = await readWorkbook(Buffer.from(await xlsx(withFigures('fr'))));
    expect(JSON.stringify(sheets)).toContain('Territoire');
  });

  test.each(['final', 'provisional'] as const)('is data that its schema describes: %s', (kind) => {
    const ajv = new Ajv2020({
      strict: true,
      allErrors: true,
      formats: { 'date-time': true, uri: URL.canParse },
    });
    const validate = ajv.compile(resultSchema('https://consultations.example'));
    const data = JSON.parse(textOf(json(withFigures('fr', kind))));
    expect(validate(data) ? [] : validate.errors).toEqual([]);
    expect(data.participants.townFigures).toEqual({ ...figures, weighted: false });
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Block, heading, list, paragraph } from '#documents/report/block.ts';
import { metaOf } from '#documents/report/meta.ts';
import { report } from '#documents/report/outline.ts';
import { tight } from '#documents/report/pdf/type-set.ts';
import { laidOut, reportPdf } from '#documents/report/pdf.ts';
import { synthesisPage } from '#documents/report/synthesis-page.ts';
import { describeOpening } from '../libre-office.ts';
import { readPdf } from '../print/read-pdf.ts';
import { sampleResult } from '../sample-result.ts';
import { elementsOf, pagesOf, readable } from './pdf-parts.ts';

const result = sampleResult('fr');
const blocks = report(result);
const meta = metaOf(result, 'report');
const kinds = (kind: string) => blocks.filter((block) => block.kind === kind).length;
const plain = async (some: readonly Block[]) => readable(await reportPdf(some, meta, { compress: false }));

let pdf = '';
beforeAll(async () => {
  pdf = await plain(blocks);
}, 90_000);

describe('the report as a PDF', () => {
  const tagged = (tag: string) => elementsOf(pdf).filter((element) => element.tag === tag);

  test('says its language and its title, and is tagged', () => {
    expect(pdf).toMatch(/\/Lang \(fr\)/);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
  });

  test('tags headings, lists, tables and pictures as what they are', () => {
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
    expect(tagged('H1')).toHaveLength(levels.filter((level) => level === 1).length + 1);
    expect(tagged('H2')).toHaveLength(levels.filter((level) => level === 2).length);
    expect(tagged('L')).toHaveLength(kinds('list'));
    expect(tagged('LBody')).toHaveLength(tagged('LI').length);
    expect(tagged('Table')).toHaveLength(kinds('table'));
    expect(tagged('Figure')).toHaveLength(kinds('figure'));
    for (const { body } of tagged('Figure')) expect(body).toMatch(/\/Alt \([\s\S]{80,}\/BBox/);
  });

  test('tells each head of a column and of a row, once', () => {
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    const heads = tagged('TH').map(({ body }) => /\/Scope \/(\w+)/.exec(body)?.[1]);
    const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
    expect(heads.filter((scope) => scope === 'Column')).toHaveLength(
      sum(tables.map(({ head }) => head.length)),
    );
    expect(heads.filter((scope) => scope === 'Row')).toHaveLength(sum(tables.map(({ rows }) => rows.length)));
    expect(heads).not.toContain(undefined);
  });

  test('has a bookmark for each heading', () => {
    const outlines = [...pdf.matchAll(/\/Title \([\s\S]*?\)\n\/Dest/g)].length || undefined;
    const marks = outlines ?? [...pdf.matchAll(/\/Parent \d+ 0 R\n\/Title/g)].length;
    expect(marks).toBe(kinds('heading'));
  });

  test('draws its charts as lines and letters, sharp however near one looks', () => {
    expect(pdf).not.toContain('/Subtype /Image');
    const letters = readPdf(Buffer.from(pdf, 'latin1')).pages.flatMap(({ runs }) =>
      runs.flatMap(({ tag, text }) => (tag === 'Figure' ? [text] : [])),
    );
    expect(letters).toContain('Le prêt et la location dans le voisinage');
  });

  test('is the same again, byte for byte', async () => {
    const [one, two] = [await reportPdf(blocks, meta), await reportPdf(blocks, meta)];
    expect(Buffer.compare(one, two)).toBe(0);
  }, 90_000);
});

describe('what stands together', () => {
  const filler = (lines: number) => Array.from({ length: lines }, (_, i) => paragraph(`Ligne ${i + 1}`));

  test.each<[string, readonly Block[], string]>([
    ['a paragraph', [paragraph('Un premier mot.')], 'P'],
    ['a list', [list(['Une chose', 'Une autre'])], 'LBody'],
    [
      'a table',
      [
        {
          kind: 'table',
          title: 'Le compte',
          head: ['Nom', 'Nombre'],
          widths: [1, 1],
          rows: Array.from({ length: 30 }, (_, i) => [`Nom ${i}`, `${i}`]),
        },
      ],
      'TD',
    ],
  ])(
    'a heading never stands at the foot of a page, far from %s',
    async (_, next, tag) => {
      for (let lines = 20; lines < 34; lines++) {
        const all = elementsOf(
          await plain([...filler(lines), heading(1, 'Un titre'), heading(2, 'Un autre'), ...next]),
        );
        const places = ['H1', 'H2', tag].map((it) =>
          it === 'P'
            ? all.findLast((element) => element.tag === it)?.page
            : all.find((element) => element.tag === it)?.page,
        );
        expect(places[0]).toBeDefined();
        expect(new Set(places).size).toBe(1);
      }
    },
    60_000,
  );

  test('a table longer than a page goes on, and says its head to a screen reader once', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [`Nom ${i}`, `${i}`]);
    const long = await plain([
      { kind: 'table', title: 'Le compte', head: ['Nom', 'Nombre'], widths: [1, 1], rows },
    ]);
    expect(pagesOf(long)).toBeGreaterThan(1);
    const all = elementsOf(long);
    expect(all.filter(({ tag }) => tag === 'TR')).toHaveLength(91);
    expect(all.filter(({ body }) => body.includes('/Scope /Column'))).toHaveLength(2);
    for (const { tag, body } of all) if (tag === 'TD') expect(body).toMatch(/\/K \[\d+\]/);
  });
});

describeOpening('report.pdf', 'png', () => reportPdf(blocks, meta));

test.each([7, 60])(
  'no page of the report of %i people is mostly blank',
  async (people) => {
    const its = sampleResult('fr', { people });
    const { filled } = laidOut(report(its, 3), metaOf(its, 'report'), { first: tight });
    expect(filled.length).toBeGreaterThan(5);
    expect(Math.min(...filled.slice(0, -1))).toBeGreaterThan(0.5);
  },
  60_000,
);

test.each([7, 60, 400])('the synthesis of %i people stands on one page', (people) => {
  const its = sampleResult('fr', { people });
  const fitting = [5, 4, 3].filter(
    (most) => laidOut(synthesisPage(its, most), metaOf(its, 'report'), { type: tight }).pages === 1,
  );
  expect(fitting).toContain(3);
});

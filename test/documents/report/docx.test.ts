import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { reportDocx } from '#documents/report/docx.ts';
import { metaOf } from '#documents/report/meta.ts';
import { report } from '#documents/report/outline.ts';
import { describeOpening } from '../libre-office.ts';
import { sampleResult } from '../sample-result.ts';

const result = sampleResult('fr');
const blocks = report(result);
const meta = metaOf(result, 'report');
const count = (text: string, sign: RegExp) => [...text.matchAll(sign)].length;
const kinds = (kind: string) => blocks.filter((block) => block.kind === kind).length;

let made: Uint8Array = new Uint8Array();
beforeAll(async () => {
  made = await reportDocx(blocks, meta);
}, 60_000);

describe('the report as a Word document', () => {
  const part = (name: string) => strFromU8(unzipSync(made)[name] ?? new Uint8Array());
  const body = () => part('word/document.xml');

  test('has headings that a screen reader walks through', () => {
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
    for (const level of [1, 2]) {
      expect(count(body(), new RegExp(`<w:pStyle w:val="Heading${level}"/>`, 'g'))).toBe(
        levels.filter((it) => it === level).length,
      );
    }
    expect(count(body(), /<w:pStyle w:val="Title"\/>/g)).toBe(1);
  });

  test('says what each picture shows', () => {
    const pictures = [...body().matchAll(/<wp:docPr [^>]*>/g)].map(([tag]) => tag);
    expect(pictures).toHaveLength(kinds('figure'));
    for (const picture of pictures) expect(picture).toMatch(/descr="[^"]{40,}"/);
    const ids = pictures.map((picture) => /id="(\d+)"/.exec(picture)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('repeats the head of each table, and cuts no row', () => {
    expect(count(body(), /<w:tbl>/g)).toBe(kinds('table') + kinds('key-figures'));
    expect(count(body(), /<w:tblHeader\/>/g)).toBe(kinds('table'));
    expect(count(body(), /<w:cantSplit\/>/g)).toBe(count(body(), /<w:tr>/g));
  });

  test('has real lists, pages of A4, and their numbers at the foot', () => {
    expect(count(body(), /<w:numPr>/g)).toBeGreaterThan(14);
    expect(body()).toMatch(/<w:pgSz [^>]*w:h="16838"/);
    const feet = Object.keys(unzipSync(made)).filter((name) => /footer\d+\.xml/.test(name));
    const foot = feet.map(part).join('');
    expect(foot).toMatch(/>PAGE</);
    expect(foot).toMatch(/>NUMPAGES</);
  });

  test('says its title, its author and its language', () => {
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:title>Rapport · Vallée de la Seille 2040</dc:title>');
    expect(core).toContain('<dc:creator>Communauté de communes de la Seille</dc:creator>');
    expect(core).toContain('<dc:language>fr-FR</dc:language>');
    expect(part('word/styles.xml')).toContain('<w:lang w:val="fr-FR"/>');
    expect(part('word/settings.xml')).not.toContain('w:updateFields');
  });

  test('is the same again, byte for byte', async () => {
    expect(Buffer.compare(await reportDocx(blocks, meta), made)).toBe(0);
  }, 60_000);
});

describeOpening('report.docx', 'pdf', async () => made);

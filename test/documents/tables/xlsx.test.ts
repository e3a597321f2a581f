import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { participationTable } from '#documents/tables/participation-table.ts';
import { resultTable } from '#documents/tables/result-table.ts';
import { visionTable } from '#documents/tables/vision-table.ts';
import { xlsx } from '#documents/tables/xlsx.ts';
import { isKnown } from '#domain/results/group-scenario.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import { sampleResult } from '../sample-result.ts';

const result = sampleResult('fr');
const bytes = await xlsx(result);

describe('the result as a workbook', () => {
  test('has sheets that read back as the tables they are, numbers as numbers', async () => {
    const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
    const tables = [resultTable(result), participationTable(result), visionTable(result)];
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Trajectoires', 'Participation', 'Vision partagée', 'Graphiques'],
    ]);
    for (const [i, { columns, rows }] of tables.entries()) {
      const [head = [], ...body] = sheets[i]?.data ?? [];
      expect([...head].sort()).toEqual(columns.map(({ title }) => title).sort());
      const at = columns.map(({ title }) => head.indexOf(title));
      expect(body.map((row) => at.map((j) => row[j] ?? null))).toEqual(rows);
    }
  });

  test('has what people read before the codes that programs read', async () => {
    const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
    for (const { data } of sheets.slice(0, 3)) {
      const codes = (data[0] ?? []).map((title) => /^Code|^Origine/.test(String(title)));
      expect(codes).toEqual(codes.toSorted((a, b) => Number(a) - Number(b)));
      expect(codes[0]).toBe(false);
    }
  });

  test('draws what people say of each domain by itself, from cells that say the same', async () => {
    const parts = unzipSync(bytes);
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const charts = Object.keys(parts).filter((name) => /^xl\/charts\//.test(name));
    const domains = result.scenario.domains.filter(({ trajectories }) => trajectories.some(isKnown));
    expect(charts).toHaveLength(domains.length);
    const drawing = text('xl/drawings/drawing4.xml');
    expect(drawing.match(/<xdr:graphicFrame[\s\S]*?descr="[^"]{40,}"/g)).toHaveLength(domains.length);
    for (const name of charts) {
      expect(text('[Content_Types].xml')).toContain(`PartName="/${name}"`);
      expect(text('xl/drawings/_rels/drawing4.xml.rels')).toContain(`Target="../${name.replace('xl/', '')}"`);
    }
    const sheet = (await readWorkbook(Buffer.from(bytes), { trim: false }))[3]?.data ?? [];
    for (const [i, { trajectories }] of domains.entries()) {
      const chart = text(`xl/charts/chart${i + 1}.xml`);
      const read = [...chart.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(([, range = '']) => cellsIn(sheet, range));
      const known = trajectories.filter(isKnown);
      const names = known.map(({ trajectory }) => trajectoryTitle(result.wording, trajectory));
      const of = (share: 'support' | 'opposition') =>
        known.map(({ figures }) => Math.round(figures[share].share * figures.n));
      const [against, favour] = [of('opposition'), of('support')];
      const neither = known.map(({ figures }, k) => figures.n - (against[k] ?? 0) - (favour[k] ?? 0));
      expect(read).toEqual([
        ...[['Contre'], names, against, ['Entre les deux'], names, neither, ['Pour'], names, favour],
      ]);
    }
  });

  test('keeps the other charts of the report as pictures that say what they show', () => {
    const parts = unzipSync(bytes);
    expect(Object.keys(parts).filter((name) => /media\/.*\.png$/.test(name))).toHaveLength(2);
    expect(strFromU8(parts['xl/drawings/drawing4.xml'] ?? new Uint8Array())).toMatch(
      /<xdr:pic>[\s\S]*descr="[^"]{40,}"/,
    );
  });

  test('is printed with each chart on the page of its figures', () => {
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet4.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<pageSetUpPr fitToPage="1"\/>.*<pageSetup fitToHeight="0" /s);
  });

  test('lets people filter every row of every sheet', () => {
    const parts = unzipSync(bytes);
    const tables = [resultTable(result), participationTable(result), visionTable(result)];
    for (const [i, { rows }] of tables.entries()) {
      const sheet = strFromU8(parts[`xl/worksheets/sheet${i + 1}.xml`] ?? new Uint8Array());
      expect(sheet).toMatch(new RegExp(`</sheetData><autoFilter ref="A1:[A-Z]+${rows.length + 1}"/>`));
    }
  });

  test('of a provisional result has its coarse columns, and no share in per cent', async () => {
    const provisional = sampleResult('fr', { kind: 'provisional' });
    const made = unzipSync(await xlsx(provisional));
    expect(strFromU8(made['xl/styles.xml'] ?? new Uint8Array())).not.toMatch(/numFmtId="9"|0%/);
    const ids = resultTable(provisional).columns.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['n_from', 'n_to', 'support']));
    expect(ids.filter((id) => /_low|_high|agreement|horizon|^n$/.test(id))).toEqual([]);
  });

  test('freezes a bold header and shows shares in per cent', () => {
    const parts = unzipSync(bytes);
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<col [^>]*width="40"/);
    expect(part('xl/styles.xml')).toMatch(/<b ?\/>/);
    expect(part('xl/styles.xml')).toMatch(/numFmtId="9"|formatCode="0%"/);
  });

  test('holds no formula, whatever a title begins with', async () => {
    const title = { fr: '=1+1', en: '=1+1' };
    const { wording } = result;
    const trajectories = Object.fromEntries(
      Object.entries(wording.text.trajectories).map(([id, text]) => [
        id,
        { ...text, title: '=cmd|x!A1\u0001' },
      ]),
    );
    const hostile = {
      ...result,
      wording: {
        ...wording,
        text: { ...wording.text, trajectories },
        consultation: { ...wording.consultation, title },
      },
    };
    const made = await xlsx(hostile);
    expect(strFromU8(unzipSync(made)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
    const [first] = await readWorkbook(Buffer.from(made));
    expect(first?.data[1]).toContain('=cmd|x!A1');
    expect(strFromU8(unzipSync(made)['xl/worksheets/sheet4.xml'] ?? new Uint8Array())).not.toContain('<f>');
  });

  test('is the same, byte for byte, whenever it is made', async () => {
    expect(Buffer.from(await xlsx(result)).equals(bytes)).toBe(true);
    const { 'xl/workbook.xml': one } = unzipSync(bytes, { filter: ({ name }) => name === 'xl/workbook.xml' });
    expect(one).toBeDefined();
    // The time in the first header of the zip: the first of January 1980, midnight.
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(10, true)).toBe(0x00210000);
  });
});

/** The cells of a range in one column, as a formula names it: `'Graphiques'!$A$3:$A$11`. */
function cellsIn(sheet: readonly (readonly unknown[])[], range: string): readonly unknown[] {
  const [, column = '', first, last = first] =
    /^'Graphiques'!\$([A-D])\$(\d+)(?::\$[A-D]\$(\d+))?$/.exec(range) ?? [];
  return sheet.slice(Number(first) - 1, Number(last)).map((row) => row['ABCD'.indexOf(column)]);
}

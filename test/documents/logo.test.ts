import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { logoSize } from '#documents/pdf/logo.ts';
import { poster } from '#documents/print/poster.ts';
import { reportDocx } from '#documents/report/docx.ts';
import { metaOf } from '#documents/report/meta.ts';
import { standing, titled } from '#documents/report/opening.ts';
import { reportPdf } from '#documents/report/pdf.ts';
import { pptx } from '#documents/slides/pptx.ts';
import { jpeg, png } from '#test/domain/consultation/logo/pictures.ts';
import { sampleResult } from './sample-result.ts';

const plain = sampleResult('fr');
const logo = { type: 'image/png', width: 300, height: 90, data: png(300, 90).toString('base64') } as const;
const marked = { ...plain, logo };
/** Who is responsible: it is theirs. */
const name = 'Communauté de communes de la Seille';

type Some = Parameters<typeof titled>[0];

/** The first lines of each paper, as text. */
const papers = {
  'the report': async (result: Some) =>
    latin(await reportPdf([titled(result, standing(result))], metaOf(result, 'report'), { compress: false })),
  'the Word document': async (result: Some) =>
    text(await reportDocx([titled(result, standing(result))], metaOf(result, 'report')), /^word\/document/),
  'the slides': async (result: Some) => text(await pptx(result), /^ppt\/slides\/slide1\.xml/),
  'the poster': async ({ wording, at, address, logo }: Some) =>
    latin(await poster({ wordings: [wording], at, address, ...(logo && { logo }), compress: false })),
};

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const text = (zip: Uint8Array, part: RegExp) =>
  Object.entries(unzipSync(zip))
    .flatMap(([name, bytes]) => (part.test(name) ? [strFromU8(bytes)] : []))
    .join('');

/** A text in a PDF is in UTF-16 where it has an accent. */
const saysName = (paper: string) =>
  paper.includes(name) || paper.includes(Buffer.from(name, 'utf16le').swap16().toString('latin1'));
const alternatives = (paper: string) => [...paper.matchAll(/descr="[^"]|\/Alt \(/g)].length;

describe.each(Object.entries(papers))('%s', (_, make) => {
  test('bears the logo with whose it is, and nothing in its place where there is none', async () => {
    const [without, with_] = [await make(plain), await make(marked)];
    expect(alternatives(with_) - alternatives(without)).toBe(1);
    expect(saysName(with_)).toBe(true);
  });

  test('is the same again', async () => {
    expect(await make(marked)).toBe(await make(marked));
  });

  test('is made with a JPEG, a line, and a logo that nobody can draw', async () => {
    const photo = { type: 'image/jpeg', width: 8, height: 8, data: jpeg().toString('base64') } as const;
    const spoilt = { ...logo, data: Buffer.from(`${png(300, 90).subarray(0, 60)}`).toString('base64') };
    const flat = { ...logo, width: 4_000, height: 1, data: png(4_000, 1).toString('base64') };
    const high = { ...logo, width: 1, height: 4_000, data: png(1, 4_000).toString('base64') };
    for (const one of [photo, spoilt, flat, high])
      expect(alternatives(await make({ ...plain, logo: one }))).toBeGreaterThan(0);
  });
});

test('a logo keeps its shape, within its place, and no pixel of it is blown up', () => {
  const place = { width: 100, height: 50 };
  expect(logoSize({ ...logo, width: 400, height: 100 }, place, 1)).toEqual({ width: 100, height: 25 });
  expect(logoSize({ ...logo, width: 100, height: 400 }, place, 1)).toEqual({ width: 12.5, height: 50 });
  expect(logoSize({ ...logo, width: 20, height: 10 }, place, 1)).toEqual({ width: 20, height: 10 });
});

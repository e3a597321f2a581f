import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { palette } from '#documents/pdf/palette.ts';
import { paperAccent } from '#documents/pdf/paper-accent.ts';
import { poster } from '#documents/print/poster.ts';
import { heading } from '#documents/report/block.ts';
import { reportDocx } from '#documents/report/docx.ts';
import { metaOf } from '#documents/report/meta.ts';
import { standing, titled } from '#documents/report/opening.ts';
import { reportPdf } from '#documents/report/pdf.ts';
import type { Result } from '#documents/result.ts';
import { pptx } from '#documents/slides/pptx.ts';
import { contrast, lightOf } from '#test/charts/colours.ts';
import { runs } from '#test/runs.ts';
import { sampleResult } from './sample-result.ts';

const plain = sampleResult('fr');
const blue = '#1d4e9e';
const { wording } = plain;
const coloured: Result = {
  ...plain,
  wording: { ...wording, consultation: { ...wording.consultation, accent: blue } },
};

describe('the colour of papers', () => {
  test('is the one that was given where it is read, and the usual one where none was', () => {
    expect([paperAccent({ accent: blue }), paperAccent({})]).toEqual([blue, palette.accent]);
  });

  test('is read on whatever papers are set on, and never brighter than what was given', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, (accent) => {
        const made = lightOf(paperAccent({ accent }));
        for (const ground of [palette.surface, palette.ground, palette.quiet])
          expect(contrast(made, lightOf(ground))).toBeGreaterThanOrEqual(4.5);
        const given = lightOf(accent);
        for (const i of [0, 1, 2] as const) expect(made[i]).toBeLessThanOrEqual(given[i]);
      }),
      { numRuns: runs(200, 5_000) },
    );
  });
});

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const inZip = (zip: Uint8Array, part: RegExp) =>
  Object.entries(unzipSync(zip))
    .flatMap(([name, bytes]) => (part.test(name) ? [strFromU8(bytes)] : []))
    .join('');

/** A colour as a PDF writes it: shares of one. */
const ofPdf = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).join(' ');
const bare = (colour: string) => colour.slice(1).toUpperCase();

const blocks = (result: Result) => [
  titled(result, standing(result)),
  heading(1, 'Un'),
  { kind: 'list', ordered: true, items: [{ text: 'a', more: [] }] } as const,
];
const papers: Readonly<
  Record<string, readonly [(result: Result) => Promise<string>, (colour: string) => string]>
> = {
  'the report': [
    async (result) => latin(await reportPdf(blocks(result), metaOf(result, 'report'), { compress: false })),
    ofPdf,
  ],
  'the poster': [
    async ({ wording: its, at, address }) =>
      latin(await poster({ wordings: [its], at, address, compress: false })),
    ofPdf,
  ],
  'the Word document': [
    async (result) =>
      inZip(await reportDocx(blocks(result), metaOf(result, 'report')), /^word\/styles/).toUpperCase(),
    bare,
  ],
  'the slides': [async (result) => inZip(await pptx(result), /^ppt\/slides\/slide\d/).toUpperCase(), bare],
};

test.each(Object.entries(papers))('%s bears it in the place of the usual one', async (_, [make, written]) => {
  const [usual, ours] = [await make(plain), await make(coloured)];
  expect([usual.includes(written(palette.accent)), usual.includes(written(blue))]).toEqual([true, false]);
  expect([ours.includes(written(palette.accent)), ours.includes(written(blue))]).toEqual([false, true]);
});

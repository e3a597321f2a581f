import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import { profile } from '#charts/bars.ts';
import { differences } from '#charts/differences.ts';
import { distribution } from '#charts/distribution.ts';
import { network } from '#charts/network.ts';
import { opinionMap } from '#charts/opinion-map.ts';
import { stanceBars } from '#charts/stance-bars.ts';
import { timeline } from '#charts/timeline.ts';
import { fitText } from '#documents/pdf/fit-text.ts';
import { closed, openPdf } from '#documents/pdf/open-pdf.ts';
import { palette } from '#documents/pdf/palette.ts';
import { onPaper } from '#documents/pdf/paper-style.ts';
import { raster } from '#documents/pdf/raster.ts';
import { artifact, documentRoot, tagged } from '#documents/pdf/structure.ts';
import { readPdf } from './read-pdf.ts';

const setup = {
  title: 'Vallée de la Seille',
  language: 'fr',
  author: 'Communauté de communes',
  at: '2026-11-25T10:00:00.000Z',
  size: 'A4',
  margins: { top: 40, right: 40, bottom: 40, left: 40 },
  compress: false,
} as const;

function written(text: string): Promise<Uint8Array> {
  const doc = openPdf(setup).addPage();
  const root = documentRoot(doc);
  artifact(doc, () => doc.rect(0, 0, 10, 10).fill(palette.accent));
  tagged(doc, root, 'H1', () => doc.font('bold').text(text));
  tagged(doc, root, 'P', () => doc.font('italic').text(text));
  return closed(doc);
}

describe('a document', () => {
  test('tells its title, its language, and that it is tagged', async () => {
    const { source } = readPdf(await written('Bonjour'));
    expect(source.startsWith('%PDF-1.7')).toBe(true);
    expect(source).toMatch(/\/Lang \(fr\)/);
    expect(source).toMatch(/\/Marked true/);
    expect(source).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(source).toMatch(/\/DisplayDocTitle true/);
    expect(source).toContain('(D:20261125100000Z)');
  });

  test('is the same bytes for the same input', async () => {
    expect(Buffer.from(await written('Bonjour')).equals(Buffer.from(await written('Bonjour')))).toBe(true);
  });

  test('holds every sign that French and English are set in, and reads back as it was written', async () => {
    const text =
      '« L’œuvre… – 12\u202f345\u00a0€ ; “À ÉÈÊËÇÎÏÔŒÙÛŸÆ” ‘àâäéèêëçîïôœùûüÿæ’ — 50 % · ≥ ≤ × → −1';
    const [page] = readPdf(await written(text)).pages;
    expect(page?.missing).toBe(0);
    const read = (tag: string) => page?.runs.flatMap((run) => (run.tag === tag ? [run.text] : [])).join('');
    // A no-break space has the drawing of a space.
    expect(read('H1')?.replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '));
    expect(read('P')?.replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '));
    expect(page?.unmarked).toEqual([]);
  });
});

describe('a text in its room', () => {
  const sizes = { font: 'regular', most: 30, least: 8 } as const;
  const doc = openPdf(setup).addPage();

  test('is as large as it may be where there is room', () => {
    expect(fitText(doc, 'Court', { width: 300, height: 60 }, sizes)).toEqual({ text: 'Court', size: 30 });
  });

  test('leaves out emoji, which would be empty boxes', () => {
    const { text } = fitText(
      doc,
      'Seille 2040 \u{1f331}\u{1f3e1} ensemble',
      { width: 300, height: 60 },
      sizes,
    );
    expect(text).toBe('Seille 2040 ensemble');
  });

  test('is smaller rather than over the edge, and no word is broken', () => {
    const { text, size } = fitText(doc, 'anticonstitutionnellement dit', { width: 150, height: 60 }, sizes);
    expect(text).toBe('anticonstitutionnellement dit');
    expect(size).toBeGreaterThan(8);
    expect(size).toBeLessThan(20);
    expect(doc.font('regular').fontSize(size).widthOfString('anticonstitutionnellement')).toBeLessThanOrEqual(
      150,
    );
  });

  test('is cut between words, with an ellipsis, where the smallest is too large', () => {
    const long = 'une évolution partagée '.repeat(40).trim();
    const room = { width: 100, height: 40 };
    const { text, size } = fitText(doc, long, room, sizes);
    expect(size).toBe(8);
    expect(text).toMatch(/^une évolution partagée .*[a-zé]…$/);
    expect(doc.font('regular').fontSize(8).heightOfString(text, { width: 100 })).toBeLessThanOrEqual(40);
  });
});

const steps = ['a', 'b', 'c'].map((id) => ({ id, title: `Étape ${id}` }));
const five = ['A', 'B', 'C', 'D', 'E'].map((name, i) => ({
  name,
  middle: [4 * i, 0] as const,
  spread: [1, 1, 0] as const,
}));
const charts = {
  bars: stanceBars('Les avis', [
    {
      title: 'Une',
      note: '12',
      against: 0.25,
      favour: 0.5,
      ends: { against: '3', neither: '3', favour: '6' },
    },
  ]),
  profile: profile('Bénéfices', [{ title: 'Un', share: 0.4 }]),
  timeline: timeline('Quand', steps, [{ title: 'Une', q1: 'a', median: 'b', q3: 'c' }]),
  map: opinionMap('Carte', five),
  network: network('Liens', steps, [{ from: 'a', to: 'c', strength: 3 }]),
  spread: distribution('Étendue', [{ from: 0, to: 1, n: 12 }], ['Un', 'Deux']),
  differences: differences('Écarts', { less: 'moins', more: 'plus' }, [
    { title: 'Un', note: '', value: 0.2, interval: { low: 0.1, high: 0.3 } },
    { title: 'Deux', note: '', value: -0.2 },
  ]),
};

describe('charts on paper', () => {
  test('have the colours of the pages in their light theme', () => {
    const css = readFileSync(new URL('../../../src/web/http/style/colours.css', import.meta.url), 'utf8');
    const light = css.slice(0, css.indexOf('@media'));
    for (const [name, colour] of Object.entries(palette)) expect(light).toContain(`--${name}: ${colour};`);
  });

  test.each(Object.entries(charts))('%s: every class has its rule', (_, chart) => {
    const paper = onPaper(chart);
    const used = [...chart.svg.matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names?.split(' ') ?? []);
    const style = /<style>([\s\S]*)<\/style>/.exec(paper)?.[1] ?? '';
    // A name is plain text, and a cloud is told by its number.
    for (const name of used.filter((one) => one !== 'name' && one !== 'cloud'))
      expect(style).toContain(`.${name} `);
    expect(paper).not.toMatch(/var\(|auto-start-reverse/);
    const pages = readFileSync(new URL('../../../src/web/http/style/pictures.css', import.meta.url), 'utf8');
    for (const name of used.filter((one) => !['name', 'cloud', 'cloud-1'].includes(one)))
      expect(pages).toMatch(new RegExp(`svg \\.${name}\\b`));
  });

  test('the middle of a bar for is the accent, that of one against is pale', () => {
    const { pixels, width } = new Resvg(onPaper(charts.bars), {
      font: { loadSystemFonts: false },
      background: '#ffffff',
    }).render();
    const colour = (x: number) => [...pixels.subarray(4 * (32 * width + x), 4 * (32 * width + x) + 3)];
    expect(colour(230)).toEqual([0x0f, 0x66, 0x5e]);
    expect(Math.min(...colour(128))).toBeGreaterThan(0x31);
  });

  test('words are drawn, in the font at hand and none of the machine', () => {
    const svg = (text: string) =>
      onPaper({
        svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text x="5" y="20">${text}</text></svg>`,
      });
    const drawn = raster(svg('Seille'), { width: 180, background: '#ffffff' });
    const blank = raster(svg(''), { width: 180, background: '#ffffff' });
    const png = Buffer.from(drawn);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([180, 60]);
    expect(drawn.length).toBeGreaterThan(blank.length + 300);
    expect(png.equals(Buffer.from(raster(svg('Seille'), { width: 180, background: '#ffffff' })))).toBe(true);
  });
});

import { expect, test } from '@jest/globals';
import { differences } from '#charts/differences.ts';
import { distribution } from '#charts/distribution.ts';
import { network } from '#charts/network.ts';
import { opinionMap } from '#charts/opinion-map.ts';
import { stanceBars } from '#charts/stance-bars.ts';
import type { Svg } from '#charts/svg.ts';
import { besideOneAnother } from '#documents/figures/side-by-side.ts';
import { closed, openPdf } from '#documents/pdf/open-pdf.ts';
import { drawPicture } from '#documents/pdf/picture/draw-picture.ts';
import { artifact } from '#documents/pdf/structure.ts';
import { readPdf } from './print/read-pdf.ts';

const margins = { top: 0, right: 0, bottom: 0, left: 0 };
const at = '2026-11-20T18:00:00.000Z';

/** A picture as it stands on a page of so many points across: the page as it is read, and what it says. */
async function drawn(picture: Svg, width: number) {
  const doc = openPdf({ title: 'x', language: 'fr', at, size: [width, 600], margins, compress: false });
  doc.addPage();
  artifact(doc, () => drawPicture(doc, picture, { x: 0, y: 0, width }));
  const { pages, source } = readPdf(await closed(doc));
  return { runs: pages.flatMap(({ runs }) => runs), missing: pages[0]?.missing, source };
}

const bar = (title: string, favour: number) => ({
  ...{ title, note: 'Débattu', against: 0, favour },
  ends: { against: '0 contre', neither: '', favour: '9 pour' },
});

test('its words stand where the picture has them, in its size and by their ends', async () => {
  const ends = ['À gauche', 'À droite'] as const;
  const { runs, missing } = await drawn(distribution('x', [{ from: 0, to: 1, n: 3 }], ends), 170);
  expect(missing).toBe(0);
  expect(runs.map(({ text }) => text)).toEqual(['3', 'À gauche', 'À droite']);
  const [number, left, right] = runs;
  expect(number).toMatchObject({ size: 5.75, font: 'SourceSans3-Regular' });
  expect(number?.x).toBeGreaterThan(80);
  expect(left?.x).toBe(0);
  expect(left?.y).toBeCloseTo(600 - (130 + 16) / 2, 1);
  expect(right?.x).toBeGreaterThan(130);
  expect(right?.x).toBeLessThan(160);
});

test('pictures beside one another are each in their place', async () => {
  const both = ['Une rue', 'Une place'].map((title) => stanceBars('x', [bar(title, 0.5)]));
  const { runs } = await drawn(besideOneAnother('x', both), 354);
  const of = (text: string) => runs.find((run) => run.text === text);
  expect(of('Une rue')).toMatchObject({ x: 0, size: 6.5 });
  expect(of('Une place')).toMatchObject({ x: 184, y: of('Une rue')?.y });
});

test('signs of markup are signs again, and what no line holds is a space', async () => {
  const { runs } = await drawn(stanceBars('x', [bar('Eau & <air>\u0007"pur"', 0.5)]), 340);
  expect(runs[0]?.text).toBe('Eau & <air> "pur"');
});

test('a bar of nobody is not there: not even as a hair', async () => {
  const bars = async (favour: number) =>
    (await drawn(stanceBars('x', [bar('Une rue', favour)]), 340)).source.match(/ re$/gm)?.length;
  expect(await bars(0.5)).toBe(2);
  expect(await bars(0)).toBe(1);
});

test('a line has its arrow in its own direction, and areas are seen through', async () => {
  const nodes = ['a', 'b'].map((id) => ({ id, title: id }));
  const arrow = (await drawn(network('x', nodes, [{ from: 'a', to: 'b', strength: 1 }]), 340)).source;
  // Straight down: a quarter of a turn.
  expect(arrow).toMatch(/^0 1 -1 0 \S+ \S+ cm$/m);
  const cloud = { name: 'A', middle: [0, 0], spread: [2, 1, 0.5] } as const;
  const seen = (await drawn(opinionMap('x', [cloud, { ...cloud, middle: [3, 2] }]), 340)).source;
  expect(seen).toContain('/ca 0.18');
  expect(seen).toMatch(/^\[6 3\] 0 d$/m);
});

test('every sign that charts write themselves is in the font', async () => {
  const ends = { less: 'moins', more: 'plus' };
  const { missing } = await drawn(
    differences('x', ends, [{ title: 'Une rue', note: '−0,2', value: -0.2 }]),
    340,
  );
  expect(missing).toBe(0);
});

import { describe, expect, test } from '@jest/globals';
import { profile } from '#charts/bars.ts';
import { distribution } from '#charts/distribution.ts';
import { flows } from '#charts/flows.ts';
import { network } from '#charts/network.ts';
import { opinionMap } from '#charts/opinion-map.ts';
import { stanceBar, stanceBars } from '#charts/stance-bars.ts';
import { lines, type Svg, width } from '#charts/svg.ts';
import { timeline } from '#charts/timeline.ts';

const long = 'Des plates-formes communes mutualisant les données & les <avis> des consommateurs';
const ends = { against: '3 <contre>', neither: '3 entre les deux', favour: '6 pour' };
const margin = { side: 'favour', low: 0.25, high: 0.75 } as const;
const steps = ['a', 'b', 'c'].map((id) => ({ id, title: `Étape ${id}` }));

const pictures: Record<string, Svg> = {
  bars: stanceBars('Les avis', [
    { title: long, note: '12 avis', against: 0.25, favour: 0.5, ends, margin },
    { title: 'Court', note: '11 avis', against: 0, favour: 1, ends },
  ]),
  bar: stanceBar('Un avis', { against: 0.1, favour: 0.9, ends: { ...ends, neither: '' } }),
  profile: profile('Bénéfices', [
    { title: long, share: 0.4 },
    { title: 'Rien', share: 0 },
  ]),
  timeline: timeline('Quand', steps, [{ title: long, q1: 'a', median: 'b', q3: 'c' }]),
  map: opinionMap('Carte', [
    { name: 'A', middle: [0, 0], spread: [1, 4, 0] },
    { name: 'B', middle: [5, 1], spread: [0, 0, 0] },
  ]),
  spread: distribution(
    'Les avis',
    [
      { from: -2, to: -0.25, n: 12 },
      { from: -0.25, to: 0.25, n: 0 },
      { from: 0.25, to: 2, n: 11 },
    ],
    [long, 'Court'],
  ),
  flows: flows('Mouvement', {
    titles: [long, 'Au milieu', 'Souhaitable', 'Une seule fois'],
    cells: [
      [5, 0, 6, 0],
      [0, 0, 0, 0],
      [0, 0, 9, 5],
      [7, 0, 0, 0],
    ],
    hasNowhere: true,
  }),
  network: network('Liens', steps, [{ from: 'a', to: 'c', strength: 3 }]),
};

const numbers = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => Number(value));

describe.each(Object.entries(pictures))('%s', (_, { svg }) => {
  test('says what it is, draws only numbers, and stays within its width', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+"/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    for (const x of [...numbers(svg, 'x'), ...numbers(svg, 'cx')]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
    }
  });

  test('lets no text out of its place', () => {
    expect(svg).not.toContain('<avis>');
    expect(svg).not.toMatch(/ style=/);
  });
});

test('a bar is as long as its shares, those for neither in its middle, and a margin leaves it uncovered', () => {
  const svg = pictures.bars?.svg ?? '';
  const [first, second, third] = [
    ...svg.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g),
  ].map(([, kind, x, y, length, height]) => ({
    kind,
    from: Number(x),
    to: Number(x) + Number(length),
    under: Number(y) + Number(height),
  }));
  const whole = (width - 2) / 2;
  expect([first?.kind, second?.kind, third?.kind]).toEqual(['neither', 'against', 'favour']);
  expect((first?.from ?? 0) + (first?.to ?? 0)).toBeCloseTo(width, 0);
  expect((first?.to ?? 0) - (first?.from ?? 0)).toBeCloseTo(whole / 4, 0);
  expect(second?.to).toBeCloseTo(first?.from ?? 0, 0);
  expect((second?.to ?? 0) - (second?.from ?? 0)).toBeCloseTo(whole / 4, 0);
  expect(third?.from).toBeCloseTo(first?.to ?? 0, 0);
  expect((third?.to ?? 0) - (third?.from ?? 0)).toBeCloseTo(whole / 2, 0);
  const marks = [...svg.matchAll(/class="interval" d="M[\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
  expect(marks).toHaveLength(1);
  expect(marks[0]).toBeGreaterThan(third?.under ?? 1000);
});

test('the map spreads a group as its variances say, upright when it varies more in y', () => {
  const outlines = [
    ...(pictures.map?.svg ?? '').matchAll(/rx="([\d.]+)" ry="([\d.]+)" transform="rotate\((-?[\d.]+)/g),
  ];
  const [wide, narrow, turn] = (outlines[0] ?? []).slice(1).map(Number);
  expect((wide ?? 0) / (narrow ?? 1)).toBeCloseTo(2, 1);
  expect(Math.abs(turn ?? 0)).toBe(90);
});

test('lines break between words', () => {
  expect(lines('un deux trois', 7)).toEqual(['un deux', 'trois']);
  expect(lines('anticonstitutionnellement', 5)).toEqual(['anticonstitutionnellement']);
});

import { describe, expect, test } from '@jest/globals';
import { divergingBars, profile } from '#charts/bars.ts';
import { distribution } from '#charts/distribution.ts';
import { network } from '#charts/network.ts';
import { opinionMap } from '#charts/opinion-map.ts';
import { lines, type Svg, width } from '#charts/svg.ts';
import { timeline } from '#charts/timeline.ts';

const long = 'Des plates-formes communes mutualisant les données & les <avis> des consommateurs';
const share = (value: number) => ({ share: value, low: value / 2, high: (1 + value) / 2 });
const steps = ['a', 'b', 'c'].map((id) => ({ id, title: `Étape ${id}` }));

const pictures: Record<string, Svg> = {
  bars: divergingBars('Les avis', [
    { title: long, note: '12 avis', against: share(0.25), favour: share(0.5) },
    { title: 'Court', note: '11 avis', against: share(0), favour: share(1) },
  ]),
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

test('a bar is as long as its share, and those for end at the right', () => {
  const rects = [
    ...(pictures.bars?.svg ?? '').matchAll(/<rect class="(\w+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g),
  ];
  const whole = width - 2;
  const drawn = rects.map(([, kind, x, length]) => [
    kind,
    Math.round(Number(x) + Number(length)),
    Number(length),
  ]);
  expect(drawn.slice(0, 3)).toEqual([
    ['neither', width - 1, whole],
    ['against', Math.round(1 + whole / 4), whole / 4],
    ['favour', width - 1, whole / 2],
  ]);
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

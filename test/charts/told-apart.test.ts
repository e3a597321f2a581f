import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { opinionMap } from '#charts/opinion-map.ts';
import { stanceBar } from '#charts/stance-bars.ts';
import { palette } from '#documents/pdf/palette.ts';
import { onPaper } from '#documents/pdf/paper-style.ts';
import { pixels } from '#documents/pdf/raster.ts';
import { contrast, distance, eyes, lightOf, seenBy } from './colours.ts';

const css = (path: string) => readFileSync(new URL(`../../src/web/${path}`, import.meta.url), 'utf8');
const pages = css('http/style/colours.css');
const projection = css('admin/style/projection.css');

/** The colours that a style sheet names, from one place on to the next. */
function named(text: string, from: string, to?: string): Readonly<Record<string, string>> {
  const part = text.slice(text.indexOf(from), to === undefined ? undefined : text.indexOf(to));
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

const dark = '@media (prefers-color-scheme: dark)';
const themes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pages and cards, light': named(pages, ':root', dark),
  'pages and cards, dark': named(pages, dark),
  paper: palette,
  'projection, light': renamed(named(projection, ':root', ':root[data')),
  'projection, dark': renamed(named(projection, ':root[data')),
};

function renamed({ track = '', ...its }: Readonly<Record<string, string>>) {
  return { ...its, neither: track, surface: its.ground ?? '' };
}

/** What stands beside one another in a stance bar: with nobody in the middle its two sides do, and each meets the page. */
const neighbours: readonly (readonly [string, string])[] = [
  ['against', 'neither'],
  ['neither', 'accent'],
  ['against', 'accent'],
  ...['surface', 'ground'].flatMap((page) =>
    ['against', 'neither', 'accent'].map((part) => [part, page] as const),
  ),
];

describe.each(Object.entries(themes))('a stance bar: %s', (_, colours) => {
  test.each(neighbours)('%s is told from %s in grey, and whatever colours somebody sees', (one, other) => {
    const [a, b] = [one, other].map((name) => lightOf(colours[name] ?? 'no such colour'));
    if (a === undefined || b === undefined) throw new Error('Two colours are compared');
    for (const who of eyes) {
      const [seen, beside] = [seenBy(who, a), seenBy(who, b)];
      expect({
        who,
        contrast: contrast(seen, beside) > 1.3,
        distance: distance(seen, beside) > 10,
      }).toEqual({
        ...{ who, contrast: true, distance: true },
      });
    }
  });
});

test('the formulas are those of their sources', () => {
  const [black, white, grey] = ['#000000', '#ffffff', '#777777'].map(lightOf);
  if (black === undefined || white === undefined || grey === undefined) throw new Error('Three colours');
  expect([contrast(black, white), contrast(grey, white)].map((one) => one.toFixed(2))).toEqual([
    '21.00',
    '4.48',
  ]);
  expect(distance(black, white)).toBeCloseTo(100, 1);
  // White and greys are seen as they are.
  for (const who of eyes) expect(distance(seenBy(who, grey), grey)).toBeLessThan(0.5);
});

test('the parts of a bar on paper are as far apart in grey once they are drawn', () => {
  const ends = { against: '', neither: '', favour: '' };
  const { svg } = stanceBar('Un avis', { against: 0.4, favour: 0.4, ends });
  const drawn = pixels(onPaper({ svg }), { width: 340, background: '#ffffff' });
  const at = (share: number) => {
    const from = 4 * (5 * drawn.width + Math.round(drawn.width * (0.5 + share / 2)));
    const hex = [...drawn.pixels.subarray(from, from + 3)].map((byte) => byte.toString(16).padStart(2, '0'));
    return lightOf(`#${hex.join('')}`);
  };
  const [paper, against, neither, favour] = [at(-0.7), at(-0.3), at(0.05), at(0.3)];
  for (const [one, other] of [
    [paper, against],
    [against, neither],
    [neither, favour],
    [favour, paper],
  ] as const)
    expect(contrast(one, other)).toBeGreaterThan(1.3);
});

test('groups of opinion are told by their letters and by the lines around them, not by colour alone', () => {
  const clouds = ['A', 'B', 'C', 'D', 'E'].map(
    (name) => ({ name, middle: [0, 0], spread: [1, 1, 0] }) as const,
  );
  const { svg } = opinionMap('Carte', clouds);
  expect([...svg.matchAll(/class="letter">([A-E])</g)].map(([, letter]) => letter)).toEqual([
    'A',
    'B',
    'C',
    'D',
    'E',
  ]);
  for (const style of [css('http/style/pictures.css'), onPaper({ svg })]) {
    const dashes = [2, 3, 4].map(
      (n) => new RegExp(`\\.cloud-${n}[^}]*stroke-dasharray: ([\\d ]+)`).exec(style)?.[1],
    );
    expect(new Set(dashes).size).toBe(3);
    expect(dashes).not.toContain(undefined);
  }
  // The first and the last have a whole line: these two alone are told by how dark it is.
  for (const { accent = '', edge = '' } of [
    themes['pages and cards, light'] ?? {},
    themes['pages and cards, dark'] ?? {},
  ])
    for (const who of eyes)
      expect(contrast(seenBy(who, lightOf(accent)), seenBy(who, lightOf(edge)))).toBeGreaterThan(1.3);
});

test('the chat draws the parts of a bar in the same colours', () => {
  const cards = css('chat-client/style/card.css');
  for (const [style, colour] of [
    ['tint', 'accent'],
    ['quiet', 'neither'],
    ['attention-tint', 'against'],
  ])
    expect(cards).toMatch(
      new RegExp(`:empty\\[style\\*="--${style}"\\] \\{\\s*background: var\\(--${colour}\\)`),
    );
});

import { describe, expect, test } from '@jest/globals';
import { namedPictures } from '#documents/figures/named-pictures.ts';
import { standalone } from '#documents/figures/standalone.ts';
import { raster } from '#documents/pdf/raster.ts';
import { languages } from '../wording/sample.ts';
import { sampleResult } from './sample-result.ts';

describe.each(languages)('the pictures of a result in %s', (language) => {
  const result = sampleResult(language, { people: 60 });
  const all = namedPictures(result);

  test('each have a name, a title, something to see, and their table', () => {
    const names = all.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(['rassemble', 'facons-de-voir', 'domaine-mobility', 'benefices', 'dates']),
    );
    for (const { name, title, charted } of all) {
      expect(name).toMatch(/^[a-z-]+$/);
      expect(title).not.toBe('');
      expect(charted.figure.caption).toMatch(/\.$/);
      expect(charted.table.rows.length).toBeGreaterThan(0);
    }
  });

  test('say by themselves what they are of', () => {
    for (const picture of all) {
      const svg = standalone(picture, result);
      expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d/);
      expect(svg).not.toMatch(/NaN|undefined/);
      expect(svg.replace(/<[^>]+>/g, '')).toContain(language === 'fr' ? '60 personnes' : '60 people');
    }
  });

  test('sum what is shown, and say so', () => {
    const { caption } = all.find(({ name }) => name === 'benefices')?.charted.figure ?? {};
    const shown = result.scenario.domains.flatMap(({ trajectories }) =>
      trajectories.filter(({ figures }) => figures !== undefined),
    );
    expect(caption).toContain(String(shown.length));
  });
});

test('a picture is drawn as PNG, as wide as asked', () => {
  const result = sampleResult('fr', { people: 20 });
  const [first] = namedPictures(result);
  if (first === undefined) throw new Error('no picture');
  const png = Buffer.from(raster(standalone(first, result), { width: 600 }));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(600);
});

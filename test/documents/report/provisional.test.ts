import { describe, expect, test } from '@jest/globals';
import type { Block } from '#documents/report/block.ts';
import { briefingBlocks } from '#documents/report/briefing-blocks.ts';
import { metaOf } from '#documents/report/meta.ts';
import { report } from '#documents/report/outline.ts';
import { languages } from '#test/wording/sample.ts';
import { sampleResult } from '../sample-result.ts';
import { textsOf } from './texts-of.ts';

describe.each(languages)('a provisional result on paper in %s', (language) => {
  const result = sampleResult(language, { kind: 'provisional' });
  const papers: readonly (readonly Block[])[] = [
    report(result),
    briefingBlocks(result, { most: 6, apart: true }),
  ];

  test('says so in the line under its title, and on each page', () => {
    const said =
      language === 'fr'
        ? 'Résultat provisoire au 20 novembre 2026'
        : 'Provisional result on 20 November 2026';
    for (const [title] of papers)
      expect(title).toMatchObject({ kind: 'title', lead: expect.stringContaining(said) });
    expect(metaOf(result, 'report').foot).toContain(said);
    expect(metaOf(sampleResult(language), 'report').foot).not.toContain(said);
  });

  test('has no share in per cent, no interval and no number of people but bands', () => {
    for (const text of papers.flatMap(textsOf)) {
      expect(text).not.toMatch(/%|NaN|undefined|[{}]/);
      expect(text).not.toMatch(/\((\d+) (avis|views?|examens?|examinations?)\)/);
    }
  });

  test('tells shares in tenths, and people in bands', () => {
    const texts = papers.map((paper) => textsOf(paper).join('\n'));
    const [tenths, band] =
      language === 'fr'
        ? [/environ \d personnes? sur 10 \(\d+ à \d+ avis\)/, 'De 60 à 64 personnes']
        : [/about \d (person|people) in 10 \(\d+ to \d+ views\)/, 'Between 60 and 64 people'];
    for (const text of texts) {
      expect(text).toMatch(tenths);
      expect(text).toContain(band);
    }
  });

  test('draws how many trajectories are of each kind, and no interval', () => {
    const figures = papers.flatMap((paper) => paper.filter(({ kind }) => kind === 'figure'));
    expect(figures.some((one) => JSON.stringify(one).includes('interval'))).toBe(false);
    expect(figures[0]).toMatchObject({ caption: result.wording.say('report.synthesis.classes') });
  });
});

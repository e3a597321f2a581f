import { describe, expect, test } from '@jest/globals';
import type { Block } from '#documents/report/block.ts';
import { briefingBlocks } from '#documents/report/briefing-blocks.ts';
import { metaOf } from '#documents/report/meta.ts';
import { report } from '#documents/report/outline.ts';
import { languages } from '#test/wording/sample.ts';
import { groupReading } from '#wording/reading/reading.ts';
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
        ? 'Résultat provisoire, du 20 novembre 2026.'
        : 'Provisional result, of 20 November 2026.';
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

  test('tells shares in tenths, and people roughly, in the sentences of the page', () => {
    const { parts, who } = groupReading(
      { ...result, state: 'released', minGroup: result.wording.consultation.minGroup },
      result.wording,
    );
    const texts = papers.map((paper) => textsOf(paper).join('\n'));
    for (const text of texts) expect(text).toContain(who[0]);
    for (const { kind, lead, lines } of parts) {
      for (const sentence of lead) expect(texts[0]).toContain(sentence);
      if (kind === 'unknown') continue;
      for (const { titled } of lines) expect(texts[0]).toContain(titled);
    }
    const tenths =
      language === 'fr' ? /environ \S+ personnes? sur dix/ : /about \S+ (person|people) out of ten/;
    for (const text of texts) expect(text).toMatch(tenths);
  });

  test('draws bars with tenths at their ends', () => {
    const ends = language === 'fr' ? /environ \d sur 10 pour/ : /about \d in 10 for/;
    const figures = papers.flatMap((paper) => paper.filter(({ kind }) => kind === 'figure'));
    expect(figures.length).toBeGreaterThan(5);
    expect(JSON.stringify(figures[0])).toMatch(ends);
    for (const figure of figures) expect(JSON.stringify(figure)).not.toMatch(/class=\\"interval|%/);
  });
});

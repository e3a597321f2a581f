import { describe, expect, test } from '@jest/globals';
import { languages } from '#test/wording/sample.ts';
import { personalText } from '#web/public/personal/personal-text.ts';
import { personalSentences } from '#wording/personal/personal-lines.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import { keeperOf } from './keeper.ts';

describe.each(languages)('a personal scenario in words, in %s', (language) => {
  test.each([0, 1, 12])('with %i kept a domain is a few whole sentences', (many) => {
    const paper = keeperOf(many, language);
    const sentences = personalSentences(paper, paper.wording);
    expect(sentences.length).toBeGreaterThanOrEqual(1);
    expect(sentences.length).toBeLessThanOrEqual(5);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/undefined|NaN|[{}]/);
    }
  });

  test('names everything that is kept, with its condition', () => {
    const paper = keeperOf(3, language);
    const text = personalText(paper);
    for (const { kept } of paper.scenario.domains)
      for (const { trajectory } of kept) expect(text).toContain(trajectoryTitle(paper.wording, trajectory));
    expect(text).toContain('Si les bus attendent <les trains>');
  });

  test('says where its person stands beside the group', () => {
    const text = personalText(keeperOf(12, language)).replaceAll(/\s/g, ' ');
    expect(text).toContain(language === 'fr' ? 'Où suis-je ?' : 'Where do I stand?');
    expect(text).toContain(language === 'fr' ? 'souhaitable, comme pour' : 'desirable, as for');
  });

  test('tells the group roughly while its result is provisional', () => {
    const text = personalText(keeperOf(12, language, 'provisional'));
    expect(text).toMatch(language === 'fr' ? /d’après \S+ \S+ d’avis/ : /from about \S+ views/);
    expect(text).not.toMatch(/%|personnes sur (?!10\b)\d|people out of (?!10\b)\d/);
  });
});

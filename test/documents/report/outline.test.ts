import { describe, expect, test } from '@jest/globals';
import type { Block } from '#documents/report/block.ts';
import { report } from '#documents/report/outline.ts';
import { languages } from '#test/wording/sample.ts';
import { sampleResult } from '../sample-result.ts';
import { textsOf } from './texts-of.ts';

const headings = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'heading' ? [one] : []));
const table = (blocks: readonly Block[], title: string) =>
  blocks.flatMap((one) => (one.kind === 'table' && one.title === title ? [one] : []))[0];

describe.each(languages)('the report in %s', (language) => {
  const result = sampleResult(language);
  const blocks = report(result);
  const { say, text } = result.wording;

  test('says everything in whole words, and never speaks for the residents', () => {
    const texts = textsOf(blocks);
    expect(texts.length).toBeGreaterThan(500);
    for (const one of texts) {
      expect(one).not.toMatch(/undefined|NaN|[{}]|\[object|!/);
      expect(one).not.toMatch(
        /^les (autres )?habitants pensent|^(the )?(other )?residents think\b|il faut\b|\bshould\b/i,
      );
    }
  });

  test('goes down from one level of headings to the next, and begins each section with one', () => {
    const levels = headings(blocks).map(({ level }) => level);
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.slice(1).entries())
      expect(level).toBeLessThanOrEqual((levels[i] ?? 0) + 1);
    const sections = headings(blocks).filter(({ level }) => level === 1);
    expect(sections).toHaveLength(10);
  });

  test('gives each figure its words and, just below, its table', () => {
    const figures = blocks.flatMap((one, i) => (one.kind === 'figure' ? [{ one, next: blocks[i + 1] }] : []));
    expect(figures).toHaveLength(10);
    for (const { one, next } of figures) {
      expect(one.alt.length).toBeGreaterThan(40);
      expect(one.caption).not.toBe('');
      expect(next?.kind).toBe('table');
    }
  });

  test('names every trajectory: with its figures, or among those that are not shown', () => {
    const texts = textsOf(blocks).join('\n');
    const all = Object.values(text.trajectories).map(({ title }) => title);
    expect(all).toHaveLength(63);
    expect(all.filter((title) => !texts.includes(title))).toEqual([]);
  });

  test('has tables whose rows are as wide as their heads', () => {
    for (const one of blocks) {
      if (one.kind !== 'table') continue;
      expect(one.widths).toHaveLength(one.head.length);
      for (const row of one.rows) expect(row).toHaveLength(one.head.length);
    }
  });

  test('counts no role or kind of place of fewer than the smallest group', () => {
    const counts = ['report.who.roles', 'report.who.territories'].flatMap(
      (key) => table(blocks, say(key))?.rows.map(([, count]) => Number(count)) ?? [],
    );
    expect(counts.length).toBeGreaterThan(2);
    for (const count of counts) expect(count).toBeGreaterThanOrEqual(5);
  });
});

test('a result on small groups is not offered to everyone; one on larger groups is', () => {
  const inside = textsOf(report(sampleResult('fr', { minGroup: 5 }))).join('\n');
  const open = textsOf(report(sampleResult('fr', { people: 120, minGroup: 11 }))).join('\n');
  expect(inside).not.toContain('Licence Ouverte');
  expect(inside).toContain('destiné à être publié');
  expect(open).toContain('Licence Ouverte 2.0');
});

test('without a vision it says why, and draws no network', () => {
  const result = sampleResult('fr');
  const blocks = report({ ...result, vision: { state: 'none', reason: 'nothing-holds' } });
  expect(textsOf(blocks)).toContain(result.wording.say('card.vision.nothing-holds'));
  expect(textsOf(blocks)).not.toContain(result.wording.say('results.network-note'));
});

test('with no clear groups of views it says so; before they are known it says nothing', () => {
  const result = sampleResult('fr');
  const { opinion: _, ...scenario } = result.scenario;
  const none = report({ ...result, scenario: { ...scenario, opinion: { placed: 30, groups: [] } } });
  expect(textsOf(none)).toContain(result.wording.say('card.opinion.none', { placed: '30 personnes' }));
  expect(textsOf(report({ ...result, scenario }))).not.toContain(result.wording.say('results.map'));
});

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

  test('goes down from one level of headings to the next, below the title of the paper', () => {
    const levels = [1, ...headings(blocks).map(({ level }) => level)];
    for (const [i, level] of levels.slice(1).entries())
      expect(level).toBeLessThanOrEqual((levels[i] ?? 0) + 1);
  });

  test('begins with one page: three figures, the parts of the reading with their clearest lines, one picture', () => {
    const page = blocks.slice(
      0,
      blocks.findIndex(({ kind }) => kind === 'page-break'),
    );
    expect(headings(page).map((one) => one.text)).toEqual(
      ['together', 'divides', 'set-aside', 'unknown'].map((part) => say(`reading.part.${part}`)),
    );
    expect(page.map(({ kind }) => kind).slice(0, 2)).toEqual(['title', 'key-figures']);
    expect(page.at(-1)?.kind).toBe('figure');
    for (const one of page) {
      if (one.kind === 'list') expect(one.items.length).toBeLessThanOrEqual(5);
      if (one.kind === 'key-figures') expect(one.items).toHaveLength(3);
    }
  });

  test('says how it was made after what was found', () => {
    const sections = headings(blocks).flatMap(({ level, text }) => (level === 1 ? [text] : []));
    expect(sections).toEqual(
      [
        ...['results.synthesis', 'report.who.heading', 'results.stances', 'results.map', 'results.profile'],
        ...['results.timeline', 'card.vision.heading', 'report.reading.heading', 'report.method.heading'],
        'report.licence.heading',
      ].map((key) => say(key)),
    );
  });

  test('gives each figure its words and, after the page of synthesis, just below its table', () => {
    const figures = blocks.flatMap((one, i) => (one.kind === 'figure' ? [{ one, next: blocks[i + 1] }] : []));
    expect(figures).toHaveLength(11);
    for (const { one } of figures) {
      expect(one.alt.length).toBeGreaterThan(40);
      expect(one.caption).not.toBe('');
    }
    for (const { next } of figures.slice(1)) expect(next?.kind).toBe('table');
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

  test('counts no role or kind of place of fewer than five', () => {
    const counts = ['report.who.roles', 'report.who.territories'].flatMap(
      (key) => table(blocks, say(key))?.rows.map(([, count = '']) => count) ?? [],
    );
    expect(counts.length).toBeGreaterThan(2);
    const words = ['few', 'nearly-all'].map((part) => say(`participation.part.${part}`, { least: 5 }));
    for (const count of counts) expect(Number(count) >= 5 || words.includes(count)).toBe(true);
  });
});

test('says what has changed since it was made, as the page does', () => {
  const [title] = report({ ...sampleResult('fr'), left: 3, since: 'reopened' });
  expect(title).toMatchObject({
    lead: expect.stringMatching(
      /^Résultat final, du 20 novembre 2026\. Depuis, trois personnes ont effacé leurs réponses\. Depuis, la consultation a rouvert\./,
    ),
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
  expect(textsOf(blocks)).toContain(result.wording.say('card.vision.nothing-holds.catalogue'));
  expect(textsOf(blocks)).not.toContain(result.wording.say('results.network-note'));
});

test('with no clear groups of views it says so; before they are known it says nothing', () => {
  const result = sampleResult('fr');
  const { opinion: _, ...scenario } = result.scenario;
  const none = report({ ...result, scenario: { ...scenario, opinion: { placed: 30, groups: [] } } });
  expect(textsOf(none)).toContain(result.wording.say('card.opinion.none', { placed: '30 personnes' }));
  expect(textsOf(report({ ...result, scenario }))).not.toContain(result.wording.say('results.map'));
});

test('without a contact it names who is responsible, and no empty brackets', () => {
  const { wording, ...result } = sampleResult('fr');
  const { consultation } = wording;
  const controller = { ...consultation.controller, contact: '' };
  const texts = textsOf(
    report({ ...result, wording: { ...wording, consultation: { ...consultation, controller } } }),
  );
  expect(texts).toContain('Communauté de communes de la Seille');
  expect(texts.filter((text) => /\(\s*\)/.test(text))).toEqual([]);
});

test('quotes the texts that were chosen, under what they are about, and says so', () => {
  const result = sampleResult('fr');
  const item = result.scenario.domains[0]?.trajectories[0]?.trajectory ?? '';
  const texts = textsOf(
    report({ ...result, quotes: [{ item, kind: 'condition', text: 'Si le bus attend' }] }),
  );
  expect(texts.join('\n')).toMatch(/À une condition\s: «\sSi le bus attend\s»/);
  expect(texts).toContain(result.wording.say('report.method.quoted-words'));
  expect(texts).not.toContain(result.wording.say('report.method.own-words'));
});

import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { briefingDocx, briefingPdf } from '#documents/report/briefing.ts';
import { briefingBlocks } from '#documents/report/briefing-blocks.ts';
import type { Result } from '#documents/result.ts';
import { briefing } from '#scenario/briefing/briefing.ts';
import type { DebateQuestion } from '#scenario/briefing/question.ts';
import { languages, sampleWording } from '#test/wording/sample.ts';
import { briefingWords } from '#wording/briefing/briefing.ts';
import { spelled } from '#wording/numbers.ts';
import { sampleResult } from '../sample-result.ts';
import { pagesOf, readable } from './pdf-parts.ts';
import { textsOf } from './texts-of.ts';

/** A result whose every name is as long as may be. */
function longest(language: string): Result {
  const { wording, ...result } = sampleResult(language, { people: 400 });
  const name = 'Une communauté de communes entre plaine et collines, à l’horizon de deux mille 50';
  const named = { [language]: name.slice(0, 80) };
  const controller = { ...wording.consultation.controller, name: named };
  return {
    ...result,
    wording: {
      ...wording,
      consultation: { ...wording.consultation, title: named, territory: named, controller },
    },
  };
}

describe.each(languages)('the briefing in %s', (language) => {
  test.each([6, 12, 60, 400])(
    'of %i people stands on both sides of one sheet',
    async (people) => {
      expect(pagesOf(readable(await briefingPdf(sampleResult(language, { people }))))).toBe(2);
    },
    30_000,
  );

  test('of the longest names and the most to say does too', async () => {
    expect(pagesOf(readable(await briefingPdf(longest(language))))).toBe(2);
  }, 30_000);

  test('says how many are left out of each list', () => {
    const result = sampleResult(language, { people: 400 });
    const texts = textsOf(briefingBlocks(result, { most: 3, apart: true }));
    const { shared } = briefing(result.scenario, result.vision, result.wording.catalogue);
    expect(shared.length).toBeGreaterThan(4);
    expect(texts).toContain(
      result.wording.say('briefing.others', {
        n: shared.length - 3,
        said: spelled(shared.length - 3, result.wording),
      }),
    );
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|[{}]|!/);
  });

  test('recommends nothing, and only asks', () => {
    const result = sampleResult(language, { people: 60 });
    const words = briefingWords(
      briefing(result.scenario, result.vision, result.wording.catalogue),
      { most: 5, grain: 'exact' },
      result.wording,
    );
    for (const { question, facts } of words.questions) {
      expect(question).toMatch(/\?$/);
      expect(facts).toMatch(/\.$/);
      expect(`${question} ${facts}`).not.toMatch(/\b(il faut|devrait|doit|should|must|ought)\b/i);
    }
  });

  test('asks in 25 words at most, whatever the trajectory or the direction', () => {
    const wording = sampleWording(language);
    const { scenario } = sampleResult(language, { people: 6 });
    const none = briefing(
      { ...scenario, domains: [] },
      { state: 'none', reason: 'too-few' },
      wording.catalogue,
    );
    const questions = wording.catalogue.domains.flatMap((domain) => [
      ...domain.trajectories.flatMap(({ id }) => everyKind(domain.id, id)),
      ...domain.orientations.flatMap((id) => [
        { kind: 'tension' as const, domain: domain.id, favourite: id, chosen: id },
        { kind: 'synergy' as const, domain: domain.id, from: id, to: id },
      ]),
    ]);
    const worded = briefingWords({ ...none, questions }, { most: 1, grain: 'exact' }, wording).questions;
    expect(worded.length).toBeGreaterThan(600);
    const long = worded.filter(
      ({ question }) => (question.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).length > 25,
    );
    expect(long.map(({ question }) => question)).toEqual([]);
  });
});

function everyKind(domain: DebateQuestion['domain'], trajectory: string): DebateQuestion[] {
  const about = { domain, trajectory };
  const some = { share: 0.6, n: 30 };
  return [
    { kind: 'contested', ...about, support: some, opposition: some },
    { kind: 'group-refuses', ...about, group: 0, inside: 0.8, outside: 0.1 },
    { kind: 'little-kept', ...about, support: some, kept: some },
    { kind: 'late', ...about, support: some, median: 'over-10' },
    { kind: 'spread', ...about, n: 20, q1: 'under-5', q3: 'over-10' },
    { kind: 'unknown', ...about, unsure: some },
    { kind: 'benefits', ...about, first: 'resilience', second: 'openness', named: [some, some] },
    { kind: 'unexamined', ...about, whole: false },
    { kind: 'unexamined', ...about, whole: true },
    { kind: 'set-aside', ...about, opposition: some },
    { kind: 'agreed', ...about, support: some },
    { kind: 'undecided', ...about, support: some, opposition: some },
  ];
}

test('when nothing was said it says that there is no clear question yet', () => {
  const result = sampleResult('fr', { people: 6 });
  const domains = result.scenario.domains.map((domain) => ({ ...domain, trajectories: [] }));
  const blocks = briefingBlocks(
    { ...result, scenario: { ...result.scenario, domains }, vision: { state: 'none', reason: 'too-few' } },
    { most: 5, apart: true },
  );
  expect(textsOf(blocks)).toContain(result.wording.say('briefing.questions.none'));
  expect(blocks.filter(({ kind }) => kind === 'list')).toEqual([]);
});

test('as a Word document it numbers its questions as a list', async () => {
  const result = sampleResult('en', { people: 60 });
  const document = unzipSync(await briefingDocx(result))['word/document.xml'];
  const body = strFromU8(document ?? new Uint8Array());
  const questions = briefing(result.scenario, result.vision, result.wording.catalogue).questions.length;
  const numbered = [...body.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
  const times = Object.values(Object.groupBy(numbered, (id) => id ?? '')).map((of) => of?.length);
  expect(times).toContain(questions);
}, 30_000);

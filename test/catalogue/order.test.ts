import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCatalogue } from '#catalogue/load.ts';
import type { Answer } from '#domain/answer.ts';
import type { Domain, Question } from '#domain/catalogue.ts';
import { domainIds } from '#domain/domains.ts';
import { rank } from '#domain/relevance.ts';
import { visibleQuestions } from '#domain/visible.ts';
import { catalogueFolder } from './workbench.ts';

const loaded = loadCatalogue(catalogueFolder);
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 2));
const { domains } = loaded.catalogue;

describe.each(domainIds)('the order of trajectories on %s', (id) => {
  const domain = domains.find((it) => it.id === id);
  if (domain === undefined) throw new Error(`No domain ${id}`);
  const firsts = samples(domain).map((answers) => rank(domain, answers, 1));

  test('puts no trajectory first for nearly everyone', () => {
    for (const { id: trajectory } of domain.trajectories) {
      const share = firsts.filter(([first]) => first?.trajectory.id === trajectory).length / firsts.length;
      expect(share).toBeGreaterThan(0.3);
    }
  });

  test('seldom leaves the choice to chance, and says which answer decided', () => {
    const decided = firsts.filter(([first, second]) => (first?.score ?? 0) > (second?.score ?? 0));
    expect(decided.length / firsts.length).toBeGreaterThan(0.7);
    for (const [first] of decided) expect(first?.because).toBeDefined();
  });
});

test('someone who answered nothing gets trajectories without a reason', () => {
  for (const domain of domains) {
    for (const { because, score } of rank(domain, {}, 7)) {
      expect(because).toBeUndefined();
      expect(score).toBe(0);
    }
  }
});

/** Questionnaires filled in at random, as the person is asked them. */
function samples(domain: Domain): Record<string, Answer>[] {
  const drawn = fc.sample(
    fc.record(Object.fromEntries(domain.questions.map((it) => [it.id, answerTo(it)]))),
    {
      numRuns: 2000,
      seed: 2015,
    },
  );
  return drawn.map((answers) => {
    const asked: Record<string, Answer> = {};
    for (const { id } of domain.questions) {
      const visible = visibleQuestions(domain, asked).some((it) => it.id === id);
      const answer = answers[id];
      if (visible && answer !== undefined) asked[id] = answer;
    }
    return asked;
  });
}

function answerTo(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case 'choice':
      return fc.constantFrom(...question.options).map((value) => ({ kind: 'choice', value }));
    case 'multi': {
      const maxLength = question.max ?? question.options.length;
      return fc
        .subarray([...question.options], { minLength: 1, maxLength })
        .map((values) => ({ kind: 'multi', values }));
    }
    case 'scale':
      return fc.integer({ min: 1, max: 5 }).map((value) => ({ kind: 'scale', value }));
    case 'text':
      return fc.constant({ kind: 'text', value: 'Une place.' });
  }
}

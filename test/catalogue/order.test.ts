import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCatalogue } from '#catalogue/load.ts';
import type { Domain, Question, Trajectory } from '#domain/catalogue/catalogue.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import type { Answer } from '#domain/participant/answer.ts';
import { examinedByDefault } from '#domain/participant/examining.ts';
import { because, type Described, rank, relevance } from '#domain/participant/relevance.ts';
import { visibleQuestions } from '#domain/participant/visible.ts';
import { catalogueFolder } from './workbench.ts';

const loaded = loadCatalogue(catalogueFolder);
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems, null, 2));
const { domains } = loaded.catalogue;

const { roles, territories } = loaded.catalogue;

describe.each(domainIds)('the order of trajectories on %s', (id) => {
  const domain = domains.find((it) => it.id === id);
  if (domain === undefined) throw new Error(`No domain ${id}`);
  const people = peopleOf(domain);
  const orders = people.map((person) => rank(domain, person));
  const share = (test: (order: readonly Trajectory[]) => boolean) =>
    orders.filter(test).length / orders.length;

  test('puts each trajectory first for somebody, and none for nearly everyone', () => {
    for (const { id: trajectory } of domain.trajectories) {
      const first = share(([one]) => one?.id === trajectory);
      expect({ trajectory, first: first > 0.005 && first < 0.4 }).toEqual({ trajectory, first: true });
    }
  });

  test('brings each to one person in ten or so, for a reason of theirs', () => {
    for (const trajectory of domain.trajectories) {
      const early = share((order) => order.slice(0, examinedByDefault - 1).includes(trajectory));
      expect({ trajectory: trajectory.id, early: early > 0.08 }).toEqual({
        trajectory: trajectory.id,
        early: true,
      });
    }
    for (const [i, person] of people.entries())
      for (const trajectory of (orders[i] ?? []).slice(0, 2)) {
        expect(relevance(trajectory, person)).toBeGreaterThan(0);
        expect(because(trajectory, person)).toBeDefined();
      }
  });
});

test('someone who answered nothing gets trajectories without a reason, in an order of their own', () => {
  for (const domain of domains) {
    const nobody = { answers: {}, seed: 7 };
    for (const trajectory of rank(domain, nobody)) expect(because(trajectory, nobody)).toBeUndefined();
    const other = rank(domain, { answers: {}, seed: 8 });
    expect(other).not.toEqual(rank(domain, nobody));
  }
});

test('the relevance of all the trajectories for one person costs less than a millisecond', () => {
  const people = domains.map((domain) => ({ domain, person: peopleOf(domain)[0] }));
  const turns = 200;
  const once = () => {
    const from = process.cpuUsage();
    for (let turn = 0; turn < turns; turn++)
      for (const { domain, person } of people) if (person !== undefined) rank(domain, person);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000 / turns;
  };
  expect(Math.min(once(), once(), once())).toBeLessThan(1);
});

/** People who answer at random, of any role and kind of territory. */
function peopleOf(domain: Domain): Described[] {
  return samples(domain).map((answers, seed) => ({
    answers,
    seed,
    profile: {
      roles: [roles[seed % roles.length] ?? ''],
      territory: territories[Math.floor(seed / roles.length) % territories.length] ?? '',
    },
  }));
}

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

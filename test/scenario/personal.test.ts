import { expect, test } from '@jest/globals';
import { PersonalScenario } from '#domain/personal-scenario.ts';
import { personalScenario } from '#scenario/personal.ts';
import { ballot, catalogue, person } from './fixture.ts';

test('keeps the most wanted first and sorts the others by how the person stands', () => {
  const liked = ballot(1, { kept: true });
  const wanted = ballot(2, { kept: true, horizon: 'now', benefits: ['jobs'], condition: 'À pied' });
  const scenario = personalScenario(person('a', { m1: liked, m2: ballot(-1), m3: wanted }), catalogue);
  expect(PersonalScenario.parse(scenario)).toEqual({
    domains: [
      {
        domain: 'mobility',
        examined: 3,
        kept: [
          { trajectory: 'm3', ballot: wanted },
          { trajectory: 'm1', ballot: liked },
        ],
        welcomed: [],
        undecided: [],
        unwelcome: ['m2'],
      },
    ],
  });
});

test('takes not knowing as undecided, and does not count what was skipped or is no longer there', () => {
  const ballots = { h1: ballot('dont-know'), h2: 'skipped', m1: 'skipped', gone: ballot(2) } as const;
  const { domains } = personalScenario(person('a', ballots), catalogue);
  expect(domains).toEqual([
    { domain: 'health', examined: 1, kept: [], welcomed: [], undecided: ['h1'], unwelcome: [] },
  ]);
});

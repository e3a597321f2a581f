import { describe, expect, test } from '@jest/globals';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { PersonalScenario } from '#domain/results/personal-scenario.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { groupScenario } from '#scenario/group.ts';
import { besideGroup, personalScenario } from '#scenario/personal.ts';
import { at, ballot, catalogue, person } from './fixture.ts';

test('keeps the most wanted first and sorts the others by how the person stands', () => {
  const liked = ballot(1, { kept: true });
  const wanted = ballot(2, { kept: true, horizon: 'now', benefits: ['jobs'], condition: 'À pied' });
  const scenario = personalScenario(person('a', { m1: liked, m2: ballot(-1), m3: wanted }), catalogue);
  expect(PersonalScenario.parse(scenario)).toEqual({
    domains: [
      {
        domain: 'mobility',
        examined: 3,
        orientation: 'mobility-any',
        kept: [
          { trajectory: 'm3', ballot: wanted },
          { trajectory: 'm1', ballot: liked },
        ],
        welcomed: [],
        undecided: [],
        unwelcome: ['m2'],
      },
    ],
    links: [],
  });
});

test('takes not knowing as undecided, and does not count what was skipped or is no longer there', () => {
  const ballots = { h1: ballot('dont-know'), h2: 'skipped', m1: 'skipped', gone: ballot(2) } as const;
  const { domains } = personalScenario(person('a', ballots), catalogue);
  expect(domains).toEqual([
    { domain: 'health', examined: 1, kept: [], welcomed: [], undecided: ['h1'], unwelcome: [] },
  ]);
});

describe('the directions of a person', () => {
  const leaning = (
    orientations: Readonly<Record<string, string>>,
    crossImpacts: Catalogue['crossImpacts'] = {},
  ) => ({
    ...catalogue,
    crossImpacts,
    domains: catalogue.domains.map((domain) => ({
      ...domain,
      orientations: ['near', 'far', 'home'].filter((id) => (id === 'home') === (domain.id === 'health')),
      trajectories: domain.trajectories.map((one) => ({ ...one, orientation: orientations[one.id] ?? '' })),
    })),
  });
  const known = { m1: 'near', m2: 'far', m3: 'far', h1: 'home', h2: 'home' };

  test('are what they wish for most, kept ones twice, and none when two are level', () => {
    const of = (ballots: Participant['ballots']) =>
      personalScenario(person('a', ballots), leaning(known)).domains[0]?.orientation;
    expect(of({ m1: ballot(2), m2: ballot(1) })).toBe('near');
    expect(of({ m1: ballot(2), m2: ballot(2, { kept: true }) })).toBe('far');
    expect(of({ m1: ballot(2), m2: ballot(1), m3: ballot(1) })).toBeUndefined();
    expect(of({ m1: ballot(-2) })).toBeUndefined();
  });

  test('come with what helps or hinders strongly between them', () => {
    const impacts = { near: { home: 3 }, home: { near: -2, far: 3 } };
    const { links } = personalScenario(
      person('a', { m1: ballot(2), h1: ballot(2) }),
      leaning(known, impacts),
    );
    expect(links).toEqual([
      { from: 'near', to: 'home', strength: 3 },
      { from: 'home', to: 'near', strength: -2 },
    ]);
  });
});

test('stands beside the group only on what a released result has figures on', () => {
  const scenario = personalScenario(
    person('a', { m1: ballot(2, { kept: true }), m2: ballot(2, { kept: true }) }),
    catalogue,
  );
  const tally = createTally(catalogue, ['mobility', 'health']);
  const group = (): GroupView => ({
    ...{ state: 'released', kind: 'final', at: at(2), minGroup: 5 },
    scenario: groupScenario(tally, catalogue, 5),
  });
  for (const id of ['a', 'b', 'c', 'd']) replace(tally, id, contributionOf(person(id, { m1: ballot(2) })));
  expect(besideGroup(scenario, { state: 'waiting', minGroup: 5, needed: 1 })).toEqual([]);
  expect(besideGroup(scenario, group())).toEqual([]);
  replace(tally, 'e', contributionOf(person('e', { m1: ballot(-1) })));
  expect(besideGroup(scenario, group())).toEqual([{ trajectory: 'm1', n: 5, support: 0.8 }]);
});

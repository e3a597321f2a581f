import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { criteria, horizons, stances } from '#domain/participant/ballot.ts';
import { publishable } from '#scenario/analysis/disclosure/publishable.ts';
import { changedSince } from '#scenario/analysis/tally/changes.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { allBallots, find } from '#scenario/analysis/tally/people.ts';
import { byRole, byTerritory, createTally, replace, type Tally } from '#scenario/analysis/tally/tally.ts';
import { at, ballot, catalogue, person } from '#test/scenario/fixture.ts';

const domains = ['mobility', 'health'] as const;
const tallyOf = (...people: ReturnType<typeof person>[]): Tally => {
  const tally = createTally(catalogue, domains);
  for (const one of people) replace(tally, one.id, contributionOf(one));
  return tally;
};

const counted = ({ people: _, changes: __, profiles: ___, ...counts }: Tally) => counts;
/** Every ballot as packed, whoever cast it. */
const said = ({ people }: Tally) => [...allBallots(people)].filter((ballot) => ballot !== 0).sort();

const ballots = fc.dictionary(
  fc.constantFrom('m1', 'm2', 'm3', 'h1', 'h2', 'gone'),
  fc.oneof(
    fc.constant('skipped' as const),
    fc.record({
      stance: fc.constantFrom(...stances, 'dont-know' as const),
      kept: fc.boolean(),
      benefits: fc.uniqueArray(fc.constantFrom(...criteria), { maxLength: 2 }),
      horizon: fc.constantFrom(...horizons, 'dont-know'),
    }),
  ),
);
const profile = fc.record({
  roles: fc.oneof(
    fc.constant('declined' as const),
    fc.uniqueArray(fc.constantFrom('elected', 'resident', 'gone'), { minLength: 1 }),
  ),
  territory: fc.constantFrom('declined', 'town', 'village', 'gone'),
});

describe('what a person contributes', () => {
  test('is nothing without a go-ahead or without a ballot', () => {
    const { consent: _, ...unasked } = person('a', { m1: ballot(1) });
    expect(contributionOf(unasked)).toBeUndefined();
    expect(contributionOf(person('a', {}))).toBeUndefined();
    expect(contributionOf(person('a', { m1: 'skipped' }))).toBeUndefined();
  });

  test('holds no word they wrote', () => {
    const mine = person('a', { m1: ballot(1, { condition: 'secret', concern: 'secret' }) });
    expect(JSON.stringify(contributionOf(mine))).not.toContain('secret');
  });
});

describe('a tally', () => {
  test('counts each person once, in the domains they looked at', () => {
    const tally = tallyOf(
      person('a', { m1: ballot(2), m2: ballot(1) }),
      person('b', { m1: ballot('dont-know') }),
      person('c', { gone: ballot(2) }),
    );
    expect(tally.n).toBe(2);
    expect([...tally.domainCounts]).toEqual([2, 0]);
  });

  test('is the same whether it was kept up or built again', () => {
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), ballots, profile, gone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const kept = createTally(catalogue, domains);
        const last = new Map<string, ReturnType<typeof person>>();
        for (const { id, ballots, profile, gone } of steps) {
          const one = person(id, ballots, { profile });
          if (gone) last.delete(id);
          else last.set(id, one);
          replace(kept, id, gone ? undefined : contributionOf(one));
        }
        const again = tallyOf(...last.values());
        expect(counted(kept)).toEqual(counted(again));
        for (const id of ['a', 'b', 'c', 'd']) {
          expect(find(kept.people, id)?.ballots).toEqual(find(again.people, id)?.ballots);
        }
        expect(said(kept)).toEqual(said(again));
      }),
    );
  });

  test('crosses opinions with who people are and where they live', () => {
    const profile = (roles: string[], territory: string) => ({ profile: { roles, territory } });
    const tally = tallyOf(
      person('a', { m1: ballot(2), h1: ballot(-1) }, profile(['elected', 'resident'], 'town')),
      person('b', { m1: ballot(-2) }, profile(['resident'], 'village')),
      person('c', { m1: ballot('dont-know') }, profile(['resident'], 'town')),
      person('d', { m1: ballot(0) }, { profile: { roles: 'declined', territory: 'declined' } }),
    );
    expect(byTerritory(tally, 'm1')).toEqual({
      cells: [
        [0, 0, 1, 1],
        [1, 0, 0, 0],
      ],
      rows: [2, 1],
      columns: [1, 0, 1, 1],
      total: 3,
    });
    expect(byRole(tally, 'm1').cells).toEqual([
      [0, 0, 1, 0],
      [0, 0, 0, 0],
      [1, 0, 1, 1],
    ]);
    expect(publishable(byTerritory(tally, 'm1'), 5).total).toBeNull();
  });

  test('takes a hundred thousand people with every trajectory', () => {
    const tally = createTally(catalogue, domains);
    const all = { m1: ballot(2), m2: ballot(1), m3: ballot(0), h1: ballot(-1), h2: ballot(-2) };
    const contribution = contributionOf(person('a', all));
    for (let i = 0; i < 100_000; i++) replace(tally, `p${i}`, contribution);
    replace(tally, 'p7', undefined);
    expect(tally.n).toBe(99_999);
    expect(tally.rows[0]?.[4]).toBe(99_999);
  });
});

describe('what changed since a release', () => {
  const voice = (id: string, day: number) =>
    contributionOf(person(id, { m1: ballot(1) }, { castAt: at(day) }));
  const changed = (tally: Tally, day: number) => changedSince(tally.changes, at(day), tally.people);

  test('counts those who came, those who changed and those who left, once each', () => {
    const tally = createTally(catalogue, domains);
    for (const id of ['a', 'b', 'c', 'd']) replace(tally, id, voice(id, 1));
    expect(changed(tally, 2)).toBe(0);
    replace(tally, 'a', voice('a', 3));
    replace(tally, 'a', voice('a', 4));
    replace(tally, 'b', undefined);
    replace(tally, 'e', voice('e', 3));
    replace(tally, 'c', voice('c', 1));
    expect(changed(tally, 2)).toBe(3);
  });

  test('does not count someone who came and left in between, but does who changed then left', () => {
    const tally = createTally(catalogue, domains);
    replace(tally, 'a', voice('a', 1));
    expect(changed(tally, 2)).toBe(0);
    replace(tally, 'e', voice('e', 3));
    replace(tally, 'e', undefined);
    expect(changed(tally, 2)).toBe(0);
    replace(tally, 'a', voice('a', 3));
    replace(tally, 'a', undefined);
    expect(changed(tally, 2)).toBe(1);
  });

  test('is found again from the times at which people answered', () => {
    const tally = createTally(catalogue, domains);
    replace(tally, 'a', voice('a', 1));
    replace(tally, 'b', voice('b', 5));
    expect(changed(tally, 2)).toBe(1);
    expect(changed(tally, 6)).toBe(0);
    expect(changedSince(tally.changes, undefined, tally.people)).toBe(2);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ballot, Stance } from '#domain/participant/ballot.ts';
import type { GroupScenario, Opinion } from '#domain/results/group-scenario.ts';
import type { OwnPlace } from '#domain/results/own-place.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { groupScenario } from '#scenario/group.ts';
import { ownPlace } from '#scenario/own-place.ts';
import { runs } from '#test/runs.ts';
import { ballot, catalogue, person } from './fixture.ts';

const ids = ['m1', 'm2', 'm3', 'h1', 'h2'];
const own = (...stances: readonly (Ballot['stance'] | undefined)[]) =>
  Object.fromEntries(
    ids.flatMap((id, i) => (stances[i] === undefined ? [] : [[id, ballot(stances[i] ?? 0)]])),
  );

/** Twenty people who say this, and what sets two groups apart. */
function result(...stances: readonly Stance[]): GroupScenario {
  const tally = createTally(catalogue, ['mobility', 'health']);
  for (let i = 0; i < 20; i++) replace(tally, `p${i}`, contributionOf(person(`p${i}`, own(...stances))));
  const group = (side: 'for' | 'against'): Opinion['groups'][number] => ({
    n: 10,
    typical: ['m1', 'm2', 'm3'].map((trajectory) => ({ trajectory, side, inside: 0.9, outside: 0.1 })),
    unconvinced: [],
    middle: [0, 0],
    spread: [1, 1, 0],
  });
  return {
    ...groupScenario(tally, catalogue, 5),
    opinion: { placed: 20, groups: [group('for'), group('against')] },
  };
}

describe('where somebody stands beside a result', () => {
  test('is the way of seeing whose typical trajectories they see alike', () => {
    const near = (...stances: readonly Stance[]) => ownPlace(own(...stances), result(0, 0, 0, 0, 0)).near;
    expect(near(2, 1, 1)).toEqual({ to: 'group', group: 0, alike: 3, of: 3 });
    expect(near(-2, -1, 0)).toEqual({ to: 'group', group: 1, alike: 2, of: 3 });
  });

  test('is not told where too little was answered, or nothing leans to either', () => {
    expect(ownPlace(own(2, 2), result(0, 0, 0, 0, 0)).near).toEqual({ to: 'too-few' });
    expect(ownPlace(own(0, 0, 0), result(0, 0, 0, 0, 0)).near).toEqual({ to: 'between', among: 'groups' });
  });

  test('is an end of what is spread out, or the middle, or nothing where the result tells of neither', () => {
    const { opinion, ...plain } = result(0, 0, 0, 0, 0);
    const [wishing, refusing] = opinion?.groups ?? [];
    const spread = { low: refusing?.typical ?? [], high: wishing?.typical ?? [], bins: [] };
    const shown: GroupScenario = { ...plain, opinion: { placed: 20, groups: [], spread } };
    expect(ownPlace(own(1, 2, -1), shown).near).toEqual({
      ...{ to: 'end', trajectory: 'm1', side: 'for' },
      ...{ alike: 2, of: 3 },
    });
    expect(ownPlace(own(1, 0, -1), shown).near).toEqual({ to: 'between', among: 'ends' });
    expect(ownPlace(own(1, 2, -1), plain)).not.toHaveProperty('near');
  });

  test('says what they share with most people, and what they see otherwise', () => {
    const { shared, apart } = ownPlace(own(2, -1, 0, -2, 1), result(1, 1, 1, -1, 0));
    const everybody = { n: 20, share: 1 };
    expect(shared.toSorted((a, b) => a.trajectory.localeCompare(b.trajectory))).toEqual([
      { trajectory: 'h1', side: 'against', ...everybody },
      { trajectory: 'm1', side: 'for', ...everybody },
    ]);
    expect(apart).toEqual([{ trajectory: 'm2', side: 'against', ...everybody }]);
  });

  test('depends on their ballots and on what is shown alone: whoever gave it, and whatever is not shown', () => {
    const stance = fc.constantFrom<Ballot['stance']>(-2, -1, 0, 1, 2, 'dont-know');
    const five = fc.array(fc.option(stance, { nil: undefined }), { minLength: 5, maxLength: 5 });
    const people = fc.array(five, { minLength: 5, maxLength: 25 });
    const named = ({ shared, apart }: OwnPlace) => [...shared, ...apart].map(({ trajectory }) => trajectory);
    const released = (ballots: readonly (readonly (Ballot['stance'] | undefined)[])[]) => {
      const tally = createTally(catalogue, ['mobility', 'health']);
      ballots.forEach((one, i) => {
        replace(tally, `p${i}`, contributionOf(person(`p${i}`, own(...one))));
      });
      return groupScenario(tally, catalogue, 5);
    };
    fc.assert(
      fc.property(five, people, fc.nat(4), fc.array(stance, { maxLength: 4 }), (mine, all, few, hidden) => {
        const alone = all.map((one) => one.map((its, i) => (i === few ? undefined : its)));
        const told = ownPlace(own(...mine), released(alone));
        expect(ownPlace(own(...mine), released(alone.toReversed()))).toEqual(told);
        // What fewer than five people said of one trajectory is not shown, and is not told here either.
        const with4 = alone.map((one, p) => one.map((its, i) => (i === few ? hidden[p] : its)));
        const beside = ownPlace(own(...mine), released(with4));
        expect(beside).toEqual(told);
        const answered = Object.keys(own(...mine));
        expect(named(told).filter((id) => !answered.includes(id))).toEqual([]);
      }),
      { numRuns: runs(60, 1000) },
    );
  });
});

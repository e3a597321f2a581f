import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Stance } from '#domain/participant/ballot.ts';
import type { GroupScenario, Opinion } from '#domain/results/group-scenario.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { groupScenario } from '#scenario/group.ts';
import { ownPlace } from '#scenario/own-place.ts';
import { ballot, catalogue, person } from './fixture.ts';

const ids = ['m1', 'm2', 'm3', 'h1', 'h2'];
const own = (...stances: readonly (Stance | undefined)[]) =>
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
    expect(ownPlace(own(2, 1, 1), result(0, 0, 0, 0, 0)).nearest).toEqual({ group: 0, alike: 3, of: 3 });
    expect(ownPlace(own(-2, -1, 0), result(0, 0, 0, 0, 0)).nearest).toEqual({ group: 1, alike: 2, of: 3 });
  });

  test('is not told where too little was answered, or nothing leans to either', () => {
    expect(ownPlace(own(2, 2), result(0, 0, 0, 0, 0))).not.toHaveProperty('nearest');
    expect(ownPlace(own(0, 0, 0), result(0, 0, 0, 0, 0))).not.toHaveProperty('nearest');
  });

  test('says what they share with most people, and what they see otherwise', () => {
    const { shared, apart } = ownPlace(own(2, -1, 0, -2, 1), result(1, 1, 1, -1, 0));
    expect(shared.toSorted()).toEqual(['h1', 'm1']);
    expect(apart).toEqual(['m2']);
  });

  test('depends on their ballots and the shown result alone, whoever gave it', () => {
    const stance = fc.constantFrom<Stance>(-2, -1, 0, 1, 2);
    const five = fc.array(stance, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(five, five, (mine, theirs) => {
        const shown = result(...theirs);
        const read: GroupScenario = JSON.parse(JSON.stringify(shown));
        expect(ownPlace(own(...mine), read)).toEqual(ownPlace(own(...mine), shown));
        for (const { trajectory } of shown.domains.flatMap(({ trajectories }) => trajectories)) {
          const { shared, apart } = ownPlace(own(...mine), shown);
          if (own(...mine)[trajectory] === undefined) expect([...shared, ...apart]).not.toContain(trajectory);
        }
      }),
    );
  });
});

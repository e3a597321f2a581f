import { expect, test } from '@jest/globals';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { impactChanges } from '#scenario/analysis/cross-impacts/impact-changes.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { groupScenario } from '#scenario/group.ts';
import { visionView } from '#scenario/vision.ts';
import { at, ballot, judgedCatalogue, nearWithHome, person } from '#test/scenario/fixture.ts';

const catalogue = judgedCatalogue(nearWithHome);

/** The workshop's: near goes with away, far with home. */
const own: Catalogue['crossImpacts'] = {
  near: { home: -3, away: 3 },
  far: { home: 2, away: -2 },
  home: { near: -2, far: 2 },
  away: { near: 1, far: 1 },
};

function group() {
  const tally = createTally(catalogue, ['mobility', 'health']);
  for (let i = 0; i < 10; i++) {
    const views = { m1: ballot(2), m2: ballot(-2), h1: ballot(i < 6 ? 2 : -2), h2: ballot(i < 5 ? 2 : -2) };
    replace(tally, `p${i}`, contributionOf(person(`p${i}`, views)));
  }
  const scenario = groupScenario(tally, catalogue, 5);
  return { state: 'released' as const, kind: 'final' as const, at: at(2), minGroup: 5, scenario };
}

test("the vision of the same group stands on a workshop's own judgements when it made some", () => {
  expect(visionView(group(), catalogue)).toMatchObject({
    state: 'composed',
    vision: { best: { orientations: ['near', 'home'], inconsistency: 0 }, tensions: [] },
  });
  expect(visionView(group(), { ...catalogue, crossImpacts: own })).toMatchObject({
    state: 'composed',
    vision: {
      best: { orientations: ['near', 'away'], inconsistency: 0 },
      synergies: [{ from: 'near', to: 'away', strength: 3 }],
      tensions: [
        {
          domain: 'health',
          favourite: 'home',
          chosen: 'away',
          causes: [
            { from: 'near', to: 'home', strength: -3 },
            { from: 'near', to: 'away', strength: 3 },
          ],
        },
      ],
    },
  });
});

test('a workshop that judged nothing has no vision', () => {
  expect(visionView(group(), { ...catalogue, crossImpacts: {} })).toEqual({
    state: 'none',
    reason: 'no-judgements',
  });
});

test('what a workshop judged otherwise is listed cell by cell, what it left as it was is not', () => {
  const changes = impactChanges(catalogue.crossImpacts, own);
  expect(changes).toHaveLength(7);
  expect(changes[0]).toEqual({ from: 'near', to: 'home', before: 3, after: -3 });
  expect(changes.at(-1)).toEqual({ from: 'away', to: 'near', before: -1, after: 1 });
  expect(impactChanges(own, own)).toEqual([]);
});

test('what only one of them judged counts as nothing in the other', () => {
  expect(impactChanges({ near: { home: 2, away: 0 } }, { far: { home: 1 } })).toEqual([
    { from: 'near', to: 'home', before: 2, after: 0 },
    { from: 'far', to: 'home', before: 0, after: 1 },
  ]);
});

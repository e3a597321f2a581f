import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { SharedVision } from '#domain/results/shared-vision.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { groupScenario } from '#scenario/group.ts';
import { sharedVision, visionView } from '#scenario/vision.ts';
import { at, ballot, judgedCatalogue, nearWithHome, person } from './fixture.ts';

/** Ten people; so many of them wish for each trajectory and the others do not. */
function groupOf(
  catalogue: Catalogue,
  wishes: Readonly<Record<string, number>>,
  kept = false,
): GroupScenario {
  const tally = createTally(catalogue, ['mobility', 'health']);
  for (let i = 0; i < 10; i++) {
    const ballots = Object.entries(wishes).map(([id, many]) => [
      id,
      i < many ? ballot(2, { kept, benefits: ['jobs'] }) : ballot(-2),
    ]);
    replace(tally, `p${i}`, contributionOf(person(`p${i}`, Object.fromEntries(ballots))));
  }
  return groupScenario(tally, catalogue, 5);
}

describe('the shared vision', () => {
  const catalogue = judgedCatalogue(nearWithHome);

  test('is the combination that holds together with the most support', () => {
    const near = sharedVision(groupOf(catalogue, { m1: 9, m2: 1, h1: 8, h2: 3 }), catalogue);
    expect(near?.best).toEqual({ orientations: ['near', 'home'], inconsistency: 0 });
    expect(near?.others[0]).toEqual({ orientations: ['far', 'away'], inconsistency: 0 });
    expect(near?.tensions).toEqual([]);
    expect(near?.change).toBeUndefined();
    const far = sharedVision(groupOf(catalogue, { m1: 1, m2: 9, h1: 3, h2: 8 }), catalogue);
    expect(far?.best.orientations).toEqual(['far', 'away']);
  });

  test('tells where the favourites do not hold nearWithHome, why, and the change that would help most', () => {
    const vision = sharedVision(groupOf(catalogue, { m1: 10, m2: 2, h1: 4, h2: 6 }), catalogue);
    expect(vision?.best.orientations).toEqual(['near', 'home']);
    expect(vision?.tensions).toEqual([
      {
        domain: 'health',
        favourite: 'away',
        chosen: 'home',
        causes: [
          { from: 'near', to: 'away', strength: -3 },
          { from: 'near', to: 'home', strength: 3 },
        ],
      },
    ]);
    expect(vision?.change).toEqual({ from: 'away', to: 'home' });
  });

  test('counts kept trajectories double', () => {
    const wishes = { m1: 8, m2: 8, h1: 8, h2: 8 };
    const both = groupOf(catalogue, wishes);
    const kept = groupOf(catalogue, wishes, true);
    const mixed = {
      ...both,
      domains: both.domains.map((domain) => ({
        ...domain,
        trajectories: domain.trajectories.map((one) =>
          ['m2', 'h2'].includes(one.trajectory)
            ? (kept.domains.flatMap((it) => it.trajectories).find((it) => it.trajectory === one.trajectory) ??
              one)
            : one,
        ),
      })),
    };
    expect(sharedVision(mixed, catalogue)?.best.orientations).toEqual(['far', 'away']);
  });

  test('names as synergies what favours strongly, with the kind of benefit people named', () => {
    const vision = sharedVision(groupOf(catalogue, { m1: 9, h1: 9 }), catalogue);
    expect(vision?.synergies).toEqual([
      { from: 'near', to: 'home', strength: 3, values: { economic: 1, ecological: 0, social: 0 } },
      { from: 'home', to: 'near', strength: 2, values: { economic: 1, ecological: 0, social: 0 } },
    ]);
  });

  test('stands on the domains that the group has figures on, and on two at least', () => {
    const view = (wishes: Readonly<Record<string, number>>) => {
      const scenario = groupOf(catalogue, wishes);
      return visionView({ state: 'released', kind: 'final', at: at(1), minGroup: 5, scenario }, catalogue);
    };
    expect(view({ m1: 9 })).toEqual({ state: 'none', reason: 'too-few' });
    expect(view({ m1: 9, h1: 8 })).toMatchObject({
      state: 'composed',
      vision: { domains: ['mobility', 'health'] },
    });
  });

  test('is any group’s: one orientation a domain, and plain data', () => {
    const impact = fc.integer({ min: -3, max: 3 });
    const judged = fc.record({
      near: fc.record({ home: impact, away: impact }),
      far: fc.record({ home: impact, away: impact }),
      home: fc.record({ near: impact, far: impact }),
      away: fc.record({ near: impact, far: impact }),
    });
    const wishes = fc.record({ m1: fc.nat(10), m2: fc.nat(10), h1: fc.nat(10), h2: fc.nat(10) });
    fc.assert(
      fc.property(judged, wishes, (impacts, wished) => {
        const one = judgedCatalogue(impacts);
        const vision = sharedVision(groupOf(one, wished), one);
        if (vision === undefined) return;
        expect(SharedVision.parse(vision)).toEqual(vision);
        expect(['near', 'far']).toContain(vision.best.orientations[0]);
        expect(['home', 'away']).toContain(vision.best.orientations[1]);
        expect(vision.best.inconsistency).toBeLessThanOrEqual(vision.others[0]?.inconsistency ?? 1);
      }),
    );
  });
});

describe('what is shown of the vision', () => {
  const released = (catalogue: Catalogue, wishes: Readonly<Record<string, number>>) =>
    visionView(
      { state: 'released', kind: 'final', at: at(1), minGroup: 5, scenario: groupOf(catalogue, wishes) },
      catalogue,
    );

  test('waits with the group', () => {
    const waiting = { state: 'waiting', minGroup: 5, needed: 2 } as const;
    expect(visionView(waiting, judgedCatalogue(nearWithHome))).toEqual(waiting);
  });

  test('says why there is none', () => {
    expect(released(judgedCatalogue({}), { m1: 9 })).toEqual({ state: 'none', reason: 'no-judgements' });
    expect(released(judgedCatalogue(nearWithHome), {})).toEqual({ state: 'none', reason: 'too-few' });
  });
});

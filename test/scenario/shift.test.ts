import { describe, expect, test } from '@jest/globals';
import type { Ballot } from '#domain/participant/ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { GroupScenario } from '#domain/results/group-scenario.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { coarseScenario, groupScenario } from '#scenario/group.ts';
import { toLookAgain } from '#scenario/second-look.ts';
import { meanShift, withShift } from '#scenario/shift.ts';
import { at, ballot, catalogue, person } from './fixture.ts';

type Stance = Ballot['stance'];

const again = (first: Stance, now: Stance) => ({ ...ballot(now), second: { first } });

/** Everybody's ballots, one a person, before and after the second round, of at least five people. */
function shiftOf(people: readonly Participant['ballots'][]) {
  const tally = createTally(catalogue, ['mobility', 'health']);
  people.forEach((_, i) => {
    replace(tally, `p${i}`, contributionOf(person(`p${i}`, { m1: ballot(0) })));
  });
  const scenario = groupScenario(tally, catalogue, 5);
  const round = { openedAt: at(1), first: { kind: 'final' as const, at: at(1), scenario } };
  people.forEach((ballots, i) => {
    replace(tally, `p${i}`, contributionOf(person(`p${i}`, ballots)));
  });
  return GroupScenario.parse(withShift(groupScenario(tally, catalogue, 5), tally, round, 5)).shift;
}

const times = (n: number, ballots: Participant['ballots']) => Array.from({ length: n }, () => ballots);

describe('what a second round moved', () => {
  test('is counted from the two stances of each person, towards and away', () => {
    const shift = shiftOf([
      ...times(6, { m1: again(-1, 1) }),
      ...times(5, { m1: again(2, 1) }),
      ...times(7, { m1: again(0, 0) }),
      // They did not look again, or did not know.
      ...times(3, { m1: ballot(2) }),
      ...times(2, { m1: again('dont-know', 2) }),
    ]);
    expect(shift?.people).toEqual({ n: 18, moved: 11 });
    expect(shift?.trajectories).toEqual([
      {
        trajectory: 'm1',
        n: 18,
        towards: { for: 6, against: 5, same: 7 },
        mean: expect.objectContaining({ value: (6 * 2 - 5) / 18 }),
        before: { n: 23, support: 0, opposition: 0 },
      },
    ]);
  });

  test('hides every count, and the mean that would tell it, where one is of too few people', () => {
    const shift = shiftOf([...times(20, { m1: again(1, 1) }), ...times(4, { m1: again(1, 2) })]);
    expect(shift?.people).toEqual({ n: 24 });
    expect(shift?.trajectories).toEqual([{ trajectory: 'm1', n: 24, before: expect.anything() }]);
  });

  test('says nothing of what fewer than the smallest group looked at again, and nothing at all of fewer people', () => {
    const few = shiftOf([...times(5, { m1: again(1, 1) }), ...times(4, { m2: again(1, 1) })]);
    expect(few?.trajectories.map(({ trajectory }) => trajectory)).toEqual(['m1']);
    expect(shiftOf(times(4, { m1: again(1, 2) }))).toBeUndefined();
  });

  test('is in no result of before a round, and in no coarse one', () => {
    const tally = createTally(catalogue, ['mobility']);
    for (let i = 0; i < 9; i++) replace(tally, `p${i}`, contributionOf(person(`p${i}`, { m1: again(1, 2) })));
    const plain = groupScenario(tally, catalogue, 5);
    expect(withShift(plain, tally, undefined, 5)).toBe(plain);
    const round = { openedAt: at(1), first: { kind: 'final' as const, at: at(1), scenario: plain } };
    const whole = withShift(plain, tally, round, 5);
    expect(whole.shift).toBeDefined();
    expect(coarseScenario(whole, 5, () => 0)).not.toHaveProperty('shift');
  });

  test('has the interval of Student: 2.2622 standard errors for ten people, 4.3 for three', () => {
    const ten = meanShift([0, 1, 1, 0, 2, -1, 0, 1, 0, 1]);
    const error = Math.sqrt((9 - 10 * 0.25) / 9 / 10);
    expect(ten.value).toBeCloseTo(0.5, 10);
    expect(ten.high).toBeCloseTo(0.5 + 2.2622 * error, 3);
    expect(ten.low).toBeCloseTo(0.5 - 2.2622 * error, 3);
    expect(meanShift([0, 0.1, 0.2]).high).toBeCloseTo(0.1 + (4.303 * 0.1) / Math.sqrt(3), 2);
    expect(meanShift([0, 0, 0, 0, 0])).toEqual({ value: 0, low: 0, high: 0 });
  });
});

describe('what somebody may look at again', () => {
  const tally = createTally(catalogue, ['mobility', 'health']);
  for (let i = 0; i < 10; i++)
    replace(
      tally,
      `p${i}`,
      contributionOf(person(`p${i}`, { m1: ballot(2), m2: ballot(2), m3: ballot(-2), h1: ballot(1) })),
    );
  const scenario = groupScenario(tally, catalogue, 5);
  const ids = (ballots: Participant['ballots']) =>
    toLookAgain(ballots, scenario).map(({ trajectory }) => trajectory);

  test('comes furthest from the group first, what they do not know last', () => {
    expect(ids({ m1: ballot(1), m2: ballot('dont-know'), m3: ballot(2), h1: ballot(0) })).toEqual([
      ...['m3', 'h1', 'm1', 'm2'],
    ]);
  });

  test('is what they gave a view of, the result shows, and they have not looked at again', () => {
    expect(ids({ m1: again(1, 1), m2: 'skipped', h2: ballot(2), h1: ballot(-1) })).toEqual(['h1']);
  });
});

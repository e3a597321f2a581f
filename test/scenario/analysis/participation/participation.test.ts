import { expect, test } from '@jest/globals';
import { participationIn } from '#scenario/analysis/participation/participation.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { ballot, catalogue, person } from '#test/scenario/fixture.ts';

/** So many people who looked at these trajectories, in these roles. */
const people = (n: number, trajectories: readonly string[], roles: string[]) =>
  Array.from({ length: n }, (_, i) =>
    person(
      `${trajectories} ${roles} ${i}`,
      Object.fromEntries(trajectories.map((id) => [id, ballot(1)])),
      roles.length === 0 ? {} : { profile: { roles, territory: 'town' } },
    ),
  );

function standingOf(...all: readonly ReturnType<typeof people>[]) {
  const tally = createTally(catalogue, ['health', 'mobility']);
  for (const one of all.flat()) replace(tally, one.id, contributionOf(one));
  return participationIn(tally, 5);
}

test('before anyone came it is all zeros', () => {
  expect(standingOf()).toEqual({
    took: 0,
    domains: [
      { domain: 'health', n: 0 },
      { domain: 'mobility', n: 0 },
    ],
    roles: { elected: 0, shopkeeper: 0, resident: 0 },
  });
});

test('people are counted once, in each domain and each role of theirs', () => {
  const all = standingOf(
    people(5, ['m1', 'm2'], ['elected', 'resident']),
    people(6, ['m3', 'h1'], ['resident']),
  );
  expect(all).toEqual({
    took: 11,
    domains: [
      { domain: 'health', n: 6 },
      { domain: 'mobility', n: 11 },
    ],
    roles: { elected: 5, shopkeeper: 'few', resident: 11 },
  });
});

test('what tells no opinion is exact; a small role is only said to be small', () => {
  const { took, domains, roles } = standingOf(
    people(20, ['m1'], ['resident']),
    people(4, ['m1', 'h2'], ['elected']),
  );
  expect(took).toBe(24);
  expect(domains.map(({ n }) => n)).toEqual([4, 24]);
  expect(roles).toEqual({ elected: 'few', shopkeeper: 'few', resident: 'nearly-all' });
});

test('who said nothing of themselves, or looked at nothing, is in no role', () => {
  expect(standingOf(people(7, ['m1'], []), people(9, [], ['resident']))).toMatchObject({
    took: 7,
    roles: { resident: 'few' },
  });
});

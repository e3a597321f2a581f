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

test('before anyone came there is nothing to hide', () => {
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
    roles: { elected: 5, shopkeeper: 0, resident: 11 },
  });
});

test.each([1, 2, 3, 4])('%d people are counted as a whole, and told from nobody nowhere else', (n) => {
  const { took, domains, roles } = standingOf(people(n, ['h1'], ['shopkeeper']));
  expect(took).toBe(n);
  expect(domains).toEqual([
    { domain: 'health', n: null },
    { domain: 'mobility', n: 0 },
  ]);
  expect(roles).toEqual({ elected: 0, shopkeeper: null, resident: 0 });
});

test('a small count beside a large one is hidden all the same', () => {
  const { domains, roles } = standingOf(
    people(20, ['m1'], ['resident']),
    people(4, ['m1', 'h2'], ['elected']),
  );
  expect(domains.map(({ n }) => n)).toEqual([null, 24]);
  expect(roles).toEqual({ elected: null, shopkeeper: 0, resident: 20 });
});

test('who said nothing of themselves, or looked at nothing, is in no role', () => {
  expect(standingOf(people(7, ['m1'], []), people(9, [], ['resident']))).toMatchObject({
    took: 7,
    roles: { resident: 0 },
  });
});

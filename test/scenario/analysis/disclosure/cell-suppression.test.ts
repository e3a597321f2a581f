import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  layers,
  membershipIn,
  type Opinions,
  restOf,
  suppressCells,
} from '#scenario/analysis/disclosure/cell-suppression.ts';
import { runs } from '#test/runs.ts';

const total = (rows: readonly Opinions[]): Opinions => {
  const at = (c: 0 | 1 | 2 | 3) => rows.reduce((sum, row) => sum + row[c], 0);
  return [at(0), at(1), at(2), at(3)];
};

/** Each person stands in one row. */
const parts = (rows: Readonly<Record<string, Opinions>>, minGroup: number) =>
  suppressCells(
    { whole: total(Object.values(rows)), rows: new Map(Object.entries(rows)), membership: 'one' },
    minGroup,
  );

describe('rows beside a group whose counts are known', () => {
  test('are shown whole when no count is small', () => {
    expect(parts({ town: [5, 0, 9, 6], village: [7, 8, 5, 0] }, 5)).toEqual(
      new Map([
        ['town', { for: 9, others: 5, against: 5, neither: 0, dontKnow: 6 }],
        ['village', { for: 5, others: 15, against: 7, neither: 8, dontKnow: 0 }],
      ]),
    );
  });

  test('a row with a small count hides the smallest other with it, for one alone could be computed', () => {
    const shown = parts({ town: [6, 0, 9, 0], village: [1, 0, 12, 0], coast: [20, 0, 30, 0] }, 5);
    expect(shown.get('village')).toBeNull();
    expect(shown.get('town')).toBeNull();
    expect(shown.get('coast')).toMatchObject({ for: 30, against: 20 });
  });

  test('stances told apart in few people are shown together', () => {
    const shown = parts({ town: [3, 3, 9, 0], village: [8, 9, 12, 0] }, 5);
    expect(shown.get('town')).toEqual({ for: 9, others: 6, against: null, neither: null, dontKnow: 0 });
    expect(shown.get('village')).toEqual({ for: 12, others: 17, against: null, neither: null, dontKnow: 0 });
  });

  test('that could tell few from how many gave another stance are hidden', () => {
    // All who are not for live in the village: the group's own two who chose neither would be among them.
    const shown = parts({ town: [0, 0, 12, 0], village: [6, 2, 9, 0] }, 5);
    expect(shown.get('village')).toBeNull();
  });

  test('where few of the whole group do not know, no row says that it has none of them', () => {
    const shown = parts({ town: [5, 5, 9, 2], village: [8, 9, 12, 0] }, 5);
    expect([...shown.values()].map((row) => row?.dontKnow)).toEqual([null, null]);
  });

  test('of several categories a person, one that leaves few people out is hidden', () => {
    const role = (row: Opinions) =>
      suppressCells(
        { whole: [10, 0, 20, 0], rows: new Map([['resident', row]]), membership: 'apart' },
        5,
      ).get('resident');
    expect(role([10, 0, 19, 0])).toBeNull();
    expect(role([10, 0, 20, 0])).toMatchObject({ for: 20 });
    expect(role([5, 0, 15, 0])).toMatchObject({ for: 15 });
  });
});

const opinions = fc.tuple(
  ...([0, 1, 2, 3] as const).map(() => fc.nat({ max: 14 })),
) as fc.Arbitrary<Opinions>;

test('no small count is shown, and what hidden rows hold together is none', () => {
  const minGroup = 5;
  const safe = (count: number) => count === 0 || count >= minGroup;
  const tries = runs(200, 10_000);
  let details = 0;
  fc.assert(
    fc.property(fc.array(opinions, { minLength: 1, maxLength: 6 }), (all) => {
      const rows = new Map(all.map((row, i) => [`r${i}`, row]));
      const shown = suppressCells({ whole: total(all), rows, membership: 'one' }, minGroup);
      for (const layer of ['support', 'sides', 'dontKnow'] as const) {
        const told = [...rows].flatMap(([id, row]) => {
          const its = shown.get(id);
          if (!its || (layer === 'sides' && (its.against === null || its.others === 0))) return [];
          if (layer === 'dontKnow' && its.dontKnow === null) return [];
          if (layer === 'sides') details++;
          return [[...layers[layer](row)]];
        });
        expect(told.flat().every(safe)).toBe(true);
        if (told.length > 0) expect(restOf(layers[layer](total(all)), told).every(safe)).toBe(true);
      }
      for (const [id, its] of shown) {
        if (its === null) continue;
        const [against, neither, wish, unknown] = rows.get(id) ?? [];
        expect(its).toMatchObject({ for: wish, others: (against ?? 0) + (neither ?? 0) });
        for (const [count, real] of [
          [its.against, against],
          [its.neither, neither],
          [its.dontKnow, unknown],
        ])
          if (count !== null) expect(count).toBe(real);
      }
    }),
    { numRuns: tries },
  );
  expect(details).toBeGreaterThan(tries / 10);
});

test('four puppets and the only one of their kind make no row', () => {
  const alike: Opinions = [0, 0, 5, 0];
  expect(
    parts({ elected: alike, resident: [9, 0, 12, 0], shopkeeper: [8, 0, 9, 0] }, 5).get('elected'),
  ).toBeNull();
  const beside: Opinions = [0, 0, 9, 0];
  expect(parts({ elected: beside, resident: [9, 0, 12, 0] }, 5).get('elected')).toMatchObject({ for: 9 });
});

test('nor can they be computed as what is left beside the rows that are shown', () => {
  const shown = parts({ elected: [0, 0, 5, 0], resident: [9, 0, 12, 0], shopkeeper: [8, 0, 9, 0] }, 5);
  expect([...shown].filter(([, row]) => row !== null).map(([id]) => id)).toEqual(['resident']);
});

test('roles that share people are shown beside each other, though they add up to little less than the group', () => {
  const whole: Opinions = [6, 0, 21, 0];
  const rows = new Map<string, Opinions>([
    ['elected', [0, 0, 10, 0]],
    ['resident', [6, 0, 12, 0]],
  ]);
  expect(membershipIn(whole, rows.values())).toBe('several');
  const shown = suppressCells({ whole, rows, membership: 'several' }, 5);
  expect(shown.get('elected')).toMatchObject({ for: 10 });
  expect(shown.get('resident')).toMatchObject({ for: 12, against: 6 });
});

/** Every way to deal so many people out among so many places. */
function deals(people: number, places: number): number[][] {
  if (places === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) => first).flatMap((first) =>
    deals(people - first, places - 1).map((rest) => [first, ...rest]),
  );
}

/** Every way to deal the people of a group out among so many kinds of people. */
function groupsOf([against, neither, wish, unknown]: Opinions, kinds: number): Opinions[][] {
  return deals(against, kinds).flatMap((a) =>
    deals(neither, kinds).flatMap((n) =>
      deals(wish, kinds).flatMap((w) =>
        deals(unknown, kinds).map((u) =>
          a.map((count, i): Opinions => [count, n[i] ?? 0, w[i] ?? 0, u[i] ?? 0]),
        ),
      ),
    ),
  );
}

/** Of each possible group, what is seen of it and what is to stay unknown. */
type Possible = { readonly seen: object; readonly counts: readonly number[] };

/** Small counts that somebody can tell who knows the whole group and the rule, and tries every group that looks the same. */
function toldBy(groups: Iterable<Possible>, minGroup: number): { told: number; hidden: number } {
  const values = new Map<string, Set<number>[]>();
  for (const { seen, counts } of groups) {
    const key = JSON.stringify(seen);
    const known = values.get(key) ?? counts.map(() => new Set<number>());
    for (const [i, count] of counts.entries()) known[i]?.add(count);
    values.set(key, known);
  }
  const small = [...values.values()]
    .flat()
    .filter((of) => [...of].some((count) => count > 0 && count < minGroup));
  return { told: small.filter((of) => of.size === 1).length, hidden: small.length };
}

/** A row's counts and those of everyone else; where a row has none, everyone else is the group, which is known. */
const countsOf = (row: Opinions, whole: Opinions) =>
  [...layers.support(row), ...row].flatMap((count, i) => {
    const all = [...layers.support(whole), ...whole][i] ?? 0;
    return [count, count === 0 ? 0 : all - count];
  });

const wholes = (...lists: readonly (readonly number[])[]): Opinions[] => {
  const [against = [], neither = [], wish = [], unknown = []] = lists;
  return against.flatMap((a) =>
    neither.flatMap((n) => wish.flatMap((w) => unknown.map((u): Opinions => [a, n, w, u]))),
  );
};

test('somebody who knows the rule and tries every group can compute no small count of a kind of territory', () => {
  let all = 0;
  for (const whole of [
    ...wholes([0, 2, 5], [0, 1, 2], [3, 5, 6], [0]),
    ...wholes([0, 3], [0, 2], [4], [0, 2, 4]),
  ]) {
    const groups = groupsOf(whole, 3).map(([town = none, village = none, unsaid = none]) => {
      const { unsaid: _, ...seen } = Object.fromEntries(parts({ town, village, unsaid }, 3));
      return { seen, counts: [town, village, unsaid].flatMap((row) => countsOf(row, whole)) };
    });
    const { told, hidden } = toldBy(groups, 3);
    expect({ whole, told }).toEqual({ whole, told: 0 });
    all += hidden;
  }
  expect(all).toBeGreaterThan(1_000);
});

const none: Opinions = [0, 0, 0, 0];

test('nor of a role, of those without it, or of those with both or neither', () => {
  let shownRows = 0;
  for (const whole of wholes([0, 2, 3], [0, 2], [3, 4, 5, 6], [0])) {
    const groups = groupsOf(whole, 4).map((kinds) => {
      const [one = none, other = none, both = none] = kinds;
      const rows = new Map([
        ['elected', total([one, both])],
        ['resident', total([other, both])],
      ]);
      const shown = suppressCells({ whole, rows, membership: membershipIn(whole, rows.values()) }, 3);
      if (shown.get('elected')) shownRows++;
      const counts = [...kinds.flat(), ...[...rows.values()].flatMap((row) => countsOf(row, whole))];
      return { seen: Object.fromEntries(shown), counts };
    });
    expect({ whole, told: toldBy(groups, 3).told }).toEqual({ whole, told: 0 });
  }
  expect(shownRows).toBeGreaterThan(100);
});

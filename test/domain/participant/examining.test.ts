import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import { drawn, examines, listFor } from '#domain/participant/examining.ts';
import type { GroupNeed } from '#domain/participant/group-need.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { rank } from '#domain/participant/relevance.ts';
import { simulatedPerson } from '#scenario/coverage/simulated-person.ts';
import { catalogues } from '#test/conversations/catalogues.ts';
import { newPerson } from '#test/conversations/world.ts';
import { runs } from '#test/runs.ts';

const at = '2026-11-23T10:00:00.000Z';
const ballot = { stance: 1 as const, kept: false, benefits: [] };

/** A domain, somebody who answered its questions, perhaps with views already, and a group. */
const cases = fc
  .record({
    catalogue: catalogues,
    n: fc.nat(1_000),
    seen: fc.array(fc.nat(11), { maxLength: 3 }),
    views: fc.array(fc.nat(40), { minLength: 12, maxLength: 12 }),
    size: fc.constantFrom(undefined, 1, 2, 6, 9),
    minGroup: fc.integer({ min: 3, max: 20 }),
    expected: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
  })
  .map(({ catalogue, n, seen, views, size, minGroup, expected }) => {
    const [first] = catalogue.domains;
    const domain: Domain = { ...(first as Domain), ...(size !== undefined && { examines: size }) };
    const ids = domain.trajectories.map(({ id }) => id);
    const ballots = Object.fromEntries(seen.flatMap((i) => (ids[i] ? [[ids[i], ballot]] : [])));
    const person = newPerson({ ...simulatedPerson(catalogue, n), ballots, consent: { at } });
    const counts = new Map(ids.map((id, i) => [id, views[i] ?? 0]));
    const group: GroupNeed = { minGroup, expected, examined: (id) => counts.get(id) ?? 0 };
    return { domain, person, group, ids };
  });

describe('whoever it is drawn for, whatever the group has seen', () => {
  const holds = (rule: (one: ReturnType<typeof given>) => void) =>
    fc.assert(
      fc.property(cases, (one) => rule(given(one))),
      { numRuns: runs(200, 20_000) },
    );
  const given = (one: { domain: Domain; person: Participant; group: GroupNeed; ids: readonly string[] }) => ({
    ...one,
    list: listFor(one.domain, one.person, one.group),
    seen: Object.keys(one.person.ballots).length,
  });

  test('half of the list, rounded up, are the most relevant to them', () => {
    holds(({ domain, person, list, seen }) => {
      const half = Math.ceil(examines(domain) / 2);
      const best = rank(domain, person).slice(0, half);
      const theirs = best.filter(({ id }) => list.some((one) => one.id === id));
      // What they have examined already takes places first.
      expect(theirs.length).toBeGreaterThanOrEqual(Math.min(half, Math.max(0, examines(domain) - seen)));
    });
  });
  test('each stands there once, all are of the deck in use, and there are as many as there are places', () => {
    holds(({ domain, list, ids, seen }) => {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      for (const { id } of list) expect(ids).toContain(id);
      expect(list).toHaveLength(Math.max(seen, examines(domain)));
    });
  });
  test('the same person and the same group draw the same', () => {
    holds(({ domain, person, group, list }) => expect(listFor(domain, { ...person }, group)).toEqual(list));
  });
  test('nothing is said to be little examined that the group has seen enough', () => {
    holds(({ list, group: { minGroup, examined } }) => {
      for (const { id, why } of list)
        if (why === 'little-examined') expect(examined(id)).toBeLessThan(Math.max(2 * minGroup, 15));
    });
  });
});

/** Eight equally relevant trajectories, four of which each person examines. */
const plain: Domain = {
  ...{ id: 'mobility', themes: [], orientations: ['any'], questions: [], examines: 4 },
  trajectories: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => ({
    ...{ id, domain: 'mobility', source: 'trajectoires', orientation: 'any', tags: [] },
    ...{ territories: [], criteria: [], signals: [] },
  })),
};
const lacking = (counts: Readonly<Record<string, number>>): GroupNeed => ({
  minGroup: 5,
  examined: (id) => counts[id] ?? 15,
});

test('the places of the group go to what it lacks most, the more relevant first where it lacks as much', () => {
  const person = newPerson({ seed: 7 });
  const [first, second, ...rest] = rank(plain, person).map(({ id }) => id);
  const [near = '', , , far = ''] = rest;
  const list = (counts: Record<string, number>) =>
    listFor(plain, person, lacking(counts)).map(({ id }) => id);
  expect(list({ [far]: 3, [near]: 14 })).toEqual([first, second, far, near]);
  expect(list({ [far]: 14, [near]: 14 })).toEqual([first, second, near, far]);
});

test('where the group lacks nothing, the seed draws, and no reason is given', () => {
  const last = (seed: number) => listFor(plain, newPerson({ seed }), lacking({})).slice(2);
  expect(last(1).map(({ why }) => why)).toEqual(['relevant', 'relevant']);
  const drawnOnes = Array.from({ length: 60 }, (_, seed) => last(seed).map(({ id }) => id)).flat();
  expect(new Set(drawnOnes).size).toBe(plain.trajectories.length);
});

test('few people who are expected aim at no more than they can give', () => {
  // Three people with four places give one view and a half to each of eight: one of two views lacks nothing.
  const group: GroupNeed = { minGroup: 5, expected: 3, examined: (id) => (id === 'h' ? 0 : 2) };
  const whys = listFor(plain, newPerson({ seed: 3 }), group).flatMap(({ id, why }) =>
    why === 'little-examined' ? [id] : [],
  );
  expect(whys.every((id) => id === 'h')).toBe(true);
});

test('a list that was drawn is as long and as it was told, beside the person', () => {
  const person = newPerson({ seed: 7 });
  const group = lacking({});
  expect(drawn(plain, person, group).examining?.mobility).toEqual(listFor(plain, person, group));
});

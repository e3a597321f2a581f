import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ballot } from '#domain/participant/ballot.ts';
import {
  CrossTabulation,
  type CrossTabulationBlock,
  type CrossTabulationRow,
} from '#domain/results/cross-tabulation.ts';
import type { ResultState } from '#domain/results/group-scenario.ts';
import { categoryView, crossTabulate } from '#scenario/analysis/disclosure/cross-tabulation.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { groupScenario } from '#scenario/group.ts';
import { runs } from '#test/runs.ts';
import { at, ballot, catalogue, person } from '#test/scenario/fixture.ts';

type Where = { readonly territory?: string; readonly roles?: readonly string[] | undefined };

/** A consultation whose result is released, and its rows after it, day after day. */
function consultation() {
  const tally = createTally(catalogue, ['mobility', 'health']);
  let released: ResultState | undefined;
  let rows: CrossTabulation['rows'] | undefined;
  let came = 0;
  const speak = (id: string, stance: Ballot['stance'], where: Where) => {
    const roles = where.roles === undefined ? ('declined' as const) : [...where.roles];
    const profile = { roles, territory: where.territory ?? 'declined' };
    replace(tally, id, contributionOf(person(id, { m1: ballot(stance) }, { profile })));
  };
  return {
    tally,
    speak,
    come: (many: number, stance: Ballot['stance'], where: Where) => {
      for (let i = 0; i < many; i++) speak(`p${came++}`, stance, where);
    },
    release: (day: number) => {
      released = { at: at(day), scenario: groupScenario(tally, catalogue, 5) };
    },
    cross: () => {
      if (released === undefined) throw new Error('nothing was released yet');
      rows = crossTabulate(tally, released, 5, rows);
      CrossTabulation.parse({ schema: 1, id: 'sample', version: 0, at: released.at, rows });
      return rows.find(({ trajectory }) => trajectory === 'm1');
    },
    rows: () => rows ?? [],
  };
}

const town = { territory: 'town' };
const village = { territory: 'village' };

describe('opinions by kind of territory and by role', () => {
  test('stand beside the result, with those who said nothing of themselves', () => {
    const { come, release, cross, rows } = consultation();
    come(9, 2, { ...town, roles: ['elected', 'resident'] });
    come(6, -1, { ...town, roles: ['resident'] });
    come(10, 1, { ...village, roles: ['resident'] });
    come(5, 'dont-know', {});
    release(2);
    expect(cross()).toEqual({
      trajectory: 'm1',
      roles: {
        at: at(2),
        whole: [6, 0, 19, 5],
        rows: {
          elected: { for: 9, others: 0, against: 0, neither: 0, dontKnow: 0 },
          shopkeeper: null,
          resident: { for: 19, others: 6, against: 6, neither: 0, dontKnow: 0 },
        },
      },
      territories: {
        at: at(2),
        whole: [6, 0, 19, 5],
        rows: {
          town: { for: 9, others: 6, against: 6, neither: 0, dontKnow: 0 },
          village: { for: 10, others: 0, against: 0, neither: 0, dontKnow: 0 },
        },
      },
    });
    expect(rows().map(({ trajectory }) => trajectory)).toEqual(['m1']);
  });

  test('three people who did not say where they live are not told from the others', () => {
    const { come, release, cross } = consultation();
    come(8, 2, town);
    come(10, 2, village);
    come(3, 2, {});
    release(2);
    expect(cross()?.territories.rows).toEqual({ town: null, village: expect.objectContaining({ for: 10 }) });
  });

  test('are read category by category, each figure with its people', () => {
    const { come, release, cross, rows } = consultation();
    come(8, 2, town);
    come(12, -2, town);
    come(5, 'dont-know', town);
    come(9, 2, village);
    release(3);
    cross();
    const [seen] = categoryView({ rows: rows() }, { of: 'territories', id: 'town' });
    expect(seen).toMatchObject({ trajectory: 'm1', at: at(3), figures: { n: 20 } });
    expect(seen?.figures?.favour.share).toBe(0.4);
    expect(seen?.figures?.favour.low).toBeCloseTo(0.2188, 3);
    expect(seen?.figures?.favour.high).toBeCloseTo(0.6134, 3);
    expect(seen?.figures?.against?.share).toBe(0.6);
    expect(seen?.figures?.dontKnow).toEqual({ n: 5, share: 0.2 });
    expect(categoryView({ rows: rows() }, { of: 'roles', id: 'elected' })).toEqual([
      { trajectory: 'm1', at: at(3), figures: null },
    ]);
  });
});

describe('beside the next final result', () => {
  test('moves the rows once enough people changed in each', () => {
    const { come, release, cross } = consultation();
    come(9, 2, town);
    come(10, 2, village);
    release(2);
    const before = cross();
    come(14, -2, village);
    release(3);
    expect(cross()?.territories).toEqual(before?.territories);
    come(1, -2, village);
    release(4);
    expect(cross()?.territories).toMatchObject({ at: at(4), rows: { village: { for: 10, against: 15 } } });
  });

  test('keeps them where one person of a row changed, whatever came elsewhere', () => {
    const { come, release, cross } = consultation();
    come(9, 2, town);
    come(10, 2, village);
    release(2);
    const before = cross();
    come(15, -2, village);
    come(1, 2, town);
    release(4);
    expect(cross()?.territories).toEqual(before?.territories);
    come(14, 2, town);
    release(6);
    expect(cross()?.territories).toMatchObject({ at: at(6), rows: { town: { for: 24 } } });
  });

  test('keeps them where one person came who said nothing of where they live', () => {
    const { come, release, cross } = consultation();
    come(9, 2, town);
    come(10, 2, village);
    come(9, 2, {});
    release(2);
    const before = cross();
    come(15, -2, village);
    come(1, 2, {});
    release(4);
    expect(cross()?.territories).toEqual(before?.territories);
  });

  test('keeps a row that too few are left in', () => {
    const { come, release, cross, tally } = consultation();
    come(17, 2, town);
    come(10, 2, village);
    release(2);
    const before = cross();
    expect(before?.territories.rows).toMatchObject({ town: { for: 17 } });
    for (let i = 0; i < 15; i++) replace(tally, `p${i}`, undefined);
    release(4);
    expect(cross()?.territories).toEqual(before?.territories);
  });

  test('are apart from what was read before, where too few had a view of a trajectory in between', () => {
    const { come, release, cross, speak } = consultation();
    come(9, 2, town);
    come(10, 2, village);
    release(2);
    const before = cross();
    for (let i = 0; i < 19; i++) speak(`p${i}`, 'dont-know', i < 9 ? town : village);
    release(3);
    expect(cross()?.territories).toEqual(before?.territories);
    for (let i = 0; i < 19; i++) speak(`p${i}`, 2, i < 9 ? town : village);
    come(1, 2, town);
    release(4);
    expect(cross()?.territories).toEqual(before?.territories);
  });

  test('a role moves only if those without it do, or none', () => {
    const { come, release, cross } = consultation();
    come(10, 2, { roles: ['resident'] });
    come(10, 2, { roles: ['elected'] });
    release(2);
    const before = cross();
    come(15, 2, { roles: ['resident'] });
    come(1, 2, { roles: ['shopkeeper'] });
    release(3);
    expect(cross()?.roles).toEqual(before?.roles);
    come(14, 2, { roles: ['shopkeeper'] });
    release(4);
    expect(cross()?.roles).toMatchObject({ at: at(4), rows: { resident: { for: 25 } } });
  });
});

/** How many people at least must have changed between two rows of counts. */
function changed(before: readonly number[], after: readonly number[]): number {
  let [came, left] = [0, 0];
  for (const [i, count] of before.entries()) {
    const move = (after[i] ?? 0) - count;
    if (move > 0) came += move;
    else left -= move;
  }
  return Math.max(came, left);
}

/** What is told in both, at the same detail. */
function told(before: CrossTabulationRow, after: CrossTabulationRow): readonly [number[], number[]] {
  const detail = before.against !== null && after.against !== null;
  const known = before.dontKnow !== null && after.dontKnow !== null;
  const of = ({ for: wish, others, against, neither, dontKnow }: CrossTabulationRow) => [
    wish,
    ...(detail ? [against ?? 0, neither ?? 0] : [others]),
    ...(known ? [dontKnow ?? 0] : []),
  ];
  return [of(before), of(after)];
}

const support = ({ whole: [against, neither, wish] }: CrossTabulationBlock) => [wish, against + neither];
const rest = (block: CrossTabulationBlock, ids: readonly string[]) =>
  ids.reduce((left, id) => {
    const { for: wish = 0, others = 0 } = block.rows[id] ?? {};
    return [(left[0] ?? 0) - wish, (left[1] ?? 0) - others];
  }, support(block));

test('two releases in a row differ by as many people as are needed, or by none, in every row and in what is left', () => {
  const turn = fc.record({
    who: fc.nat({ max: 60 }),
    many: fc.integer({ min: 1, max: 40 }),
    stance: fc.constantFrom(-2 as const, 0 as const, 2 as const, 2 as const, 'dont-know' as const),
    where: fc.constantFrom({}, town, town, village, village),
    role: fc.constantFrom(undefined, ['elected'], ['resident'], ['elected', 'resident']),
  });
  let moves = 0;
  let shown = 0;
  fc.assert(
    fc.property(fc.array(fc.array(turn, { minLength: 1, maxLength: 5 }), { maxLength: 7 }), (days) => {
      const { speak, come, release, cross } = consultation();
      come(12, 2, { ...town, roles: ['resident'] });
      come(12, 2, { ...village, roles: ['elected'] });
      let before: CrossTabulation['rows'][number] | undefined;
      days.forEach((turns, day) => {
        for (const { who, many, stance, where, role } of turns)
          for (let i = 0; i < many; i++) speak(`p${who + i}`, stance, { ...where, roles: role });
        release(day + 2);
        const after = cross();
        for (const kind of ['roles', 'territories'] as const) {
          const [one, other] = [before?.[kind], after?.[kind]];
          if (one === undefined || other === undefined || one.at === other.at) continue;
          const both = Object.keys(one.rows).filter((id) => one.rows[id] && other.rows[id]);
          expect(Object.keys(one.rows).filter((id) => one.rows[id])).toEqual(both);
          const people = both.flatMap((id) => {
            const [was, is] = [one.rows[id], other.rows[id]];
            if (!was || !is) return [];
            shown++;
            return [
              changed(...told(was, is)),
              ...(kind === 'roles' ? [changed(rest(one, [id]), rest(other, [id]))] : []),
            ];
          });
          if (kind === 'territories' && both.length > 0)
            people.push(changed(rest(one, both), rest(other, both)));
          if (people.some((n) => n > 0)) moves++;
          for (const n of people) expect(n === 0 || n >= 15).toBe(true);
        }
        before = after ?? before;
      });
    }),
    { numRuns: runs(250, 3000) },
  );
  expect(moves).toBeGreaterThan(20);
  expect(shown).toBeGreaterThan(40);
});

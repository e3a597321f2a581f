import { describe, expect, test } from '@jest/globals';
import type { Ballot } from '#domain/participant/ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { crossTabulate } from '#scenario/analysis/disclosure/cross-tabulation.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { opinionOf } from '#scenario/analysis/tally/packed.ts';
import { allBallots } from '#scenario/analysis/tally/people.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { countedBesideFirst } from '#scenario/release/beside-first.ts';
import type { Releasing } from '#scenario/release/due.ts';
import { groupView, release } from '#scenario/release/group-view.ts';
import { ballot, catalogue, person } from '../fixture.ts';

type Views = Participant['ballots'];
type Stance = Ballot['stance'];

const at = (minutes: number) =>
  new Date(Date.parse('2026-11-01T08:00:00.000Z') + minutes * 60_000).toISOString();
const chance = { bit: () => 0, blur: () => 0 };
const minGroup = 5;

/** The first result, of everybody's views: seven for, four neither, five against. */
const people = Array.from({ length: 16 }, (_, i) => ({
  id: `p${String(i).padStart(2, '0')}`,
  m1: (i < 7 ? 1 : i < 11 ? 0 : -2) as Stance,
}));

/** A consultation with an exact first result, reopened for a second round; then what came of it. */
function rounds({ settings = {} }: { settings?: Partial<Releasing> } = {}) {
  const tally = createTally(catalogue, ['mobility', 'health']);
  const put = (id: string, ballots: Views | undefined, minutes: number) =>
    replace(
      tally,
      id,
      ballots &&
        contributionOf(
          person(id, ballots, {
            castAt: at(minutes),
            profile: { roles: ['resident'], territory: 'town' },
          }),
        ),
    );
  for (const { id, m1 } of people) put(id, { m1: ballot(m1), m2: ballot(1) }, 1);
  let its: Releasing = { minGroup, opensAt: at(0), closed: true, ...settings };
  const look = (minutes: number) => {
    const { standing } = release(its, tally, catalogue, at(minutes), chance);
    its = { ...its, ...standing };
    return groupView(its, tally.n, at(minutes));
  };
  look(10);
  const { final } = its;
  if (final === undefined) throw new Error('No first result');
  const rows = crossTabulate(tally, final, minGroup);
  its = {
    ...its,
    closed: false,
    reopenedAt: at(20),
    round: { openedAt: at(20), first: { kind: 'final', ...final } },
  };
  return {
    first: final.scenario,
    put,
    look,
    /** Everybody looks at one view again, and keeps it, but for some. */
    keep: (but: Readonly<Record<string, Views | undefined>> = {}) => {
      people.forEach(({ id, m1 }, i) => {
        const kept = { m1: { ...ballot(m1), second: { first: m1 } }, m2: ballot(1) };
        put(id, id in but ? but[id] : kept, 30 + i);
      });
    },
    /** All that can be seen once it is over: figures, rows by role, what ways of seeing are drawn from; not when. */
    close: () => {
      its = { ...its, closed: true };
      const before = its;
      const shown = look(60);
      if (shown.state !== 'released' || shown.at !== at(60)) throw new Error('No second result');
      const { tally: counted } = countedBesideFirst(tally, { ...before, minGroup });
      const opinions = [...allBallots(counted.people)].map(opinionOf);
      const heaps = Array.from({ length: opinions.length / 5 }, (_, i) =>
        opinions.slice(5 * i, 5 * i + 5).join(),
      );
      return {
        scenario: shown.scenario,
        rows: crossTabulate(counted, { at: '', scenario: shown.scenario }, minGroup, rows),
        seen: heaps.toSorted(),
      };
    },
  };
}

const moved = (first: Stance, now: Stance, more: Partial<Ballot> = {}): Views => ({
  m1: { ...ballot(now), ...more, second: { first } },
  m2: ballot(1),
});

/** What is seen of a second round in which all keep their view but for some. */
function seenOf(
  but: Readonly<Record<string, Views | undefined>>,
  added: Readonly<Record<string, Views>> = {},
) {
  const { keep, put, close } = rounds();
  keep(but);
  for (const [id, ballots] of Object.entries(added)) put(id, ballots, 55);
  return close();
}

describe('two exact results, subtracted from each other', () => {
  test('do not tell what the only one who moved thinks now, nor who it was', () => {
    const up = seenOf({ p00: moved(1, 2, { kept: true, benefits: ['jobs'], horizon: 'now' }) });
    expect(seenOf({ p00: moved(1, -2) })).toEqual(up);
    expect(seenOf({ p15: moved(-2, 2) })).toEqual(up);
    expect(seenOf({ p08: moved(0, 'dont-know') })).toMatchObject({ rows: up.rows, seen: up.seen });
    const { first } = rounds();
    const { shift, ...second } = up.scenario;
    expect(second).toEqual(first);
    expect(shift?.trajectories[0]).toEqual(expect.objectContaining({ trajectory: 'm1', n: 16 }));
    expect(shift?.trajectories[0]).not.toHaveProperty('towards');
  });

  test('do not tell it of one less than the smallest group who moved, all the same way', () => {
    const way = (now: Stance) =>
      seenOf(Object.fromEntries(people.slice(0, 4).map(({ id }) => [id, moved(1, now)])));
    expect(way(2)).toEqual(way(-2));
  });

  test('do not tell what the only one thinks who came since, or gave another view', () => {
    const late = (stance: Stance): Views => ({ m1: { ...ballot(stance), late: true } });
    const came = seenOf({}, { new: late(2) });
    expect(seenOf({}, { new: late(-2) })).toEqual(came);
    // They took part all the same.
    expect(came.scenario.n).toBe(17);
    // A view that was not there before, of what has figures already.
    const more = (stance: Stance): Views => ({
      ...moved(1, 1),
      m2: { ...ballot(stance), late: true },
    });
    expect(seenOf({ p00: more(2) })).toEqual(seenOf({ p00: more(-2) }));
  });

  test('do not tell what somebody said who erased their answers while all others kept theirs', () => {
    const { scenario: without } = seenOf({ p00: undefined });
    const { scenario: other } = seenOf({ p15: undefined });
    expect(without).toEqual(other);
  });

  test('count those who moved once they are as many as the smallest group', () => {
    const five = Object.fromEntries(people.slice(0, 5).map(({ id }) => [id, moved(1, -1)]));
    const { scenario } = seenOf(five);
    const m1 = scenario.domains.flatMap(({ trajectories }) => trajectories).find(isM1);
    expect(m1?.figures).toMatchObject({ n: 16, support: { share: 2 / 16 }, opposition: { share: 10 / 16 } });
    expect(scenario.shift?.trajectories[0]).toMatchObject({ towards: { for: 0, against: 5, same: 11 } });
  });

  test('move where three times the smallest group have erased their answers, for nothing of them may stay', () => {
    const gone = Object.fromEntries(people.slice(0, 15).map(({ id }) => [id, undefined]));
    const added = Object.fromEntries(
      Array.from({ length: 5 }, (_, i) => [
        `n${i}`,
        { m3: ballot(1), m1: { ...ballot(2), late: true } } as const,
      ]),
    );
    const { scenario } = seenOf(gone, added);
    const m1 = scenario.domains.flatMap(({ trajectories }) => trajectories).find(isM1);
    expect(m1?.figures).toMatchObject({ n: 6, support: { share: 5 / 6 } });
  });
});

const isM1 = ({ trajectory }: { readonly trajectory: string }): boolean => trajectory === 'm1';

test('whoever looks before and after one person took part in the second round sees the same', () => {
  const { put, look } = rounds();
  const before = look(25);
  put('p00', moved(1, -2), 30);
  expect(look(31)).toEqual(before);
  put('p01', moved(1, 1), 32);
  expect(look(40)).toEqual(before);
});

test('a first result that was provisional holds nothing back: it cannot be subtracted', () => {
  const { keep, close } = rounds();
  keep({ p00: moved(1, 2) });
  const { scenario } = close();
  const provisional = createTally(catalogue, ['mobility', 'health']);
  const round = { openedAt: at(20), first: { kind: 'provisional' as const, at: at(10), scenario } };
  expect(countedBesideFirst(provisional, { round, minGroup })).toEqual({
    tally: provisional,
    standing: new Map(),
  });
});

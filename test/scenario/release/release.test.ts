import { describe, expect, test } from '@jest/globals';
import type { Stance } from '#domain/participant/ballot.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import type { Releasing } from '#scenario/release/due.ts';
import { groupView, release } from '#scenario/release/group-view.ts';
import { ballot, catalogue, person } from '../fixture.ts';

/** So many minutes after it opened. */
const at = (minutes: number) =>
  new Date(Date.parse('2026-11-01T08:00:00.000Z') + minutes * 60_000).toISOString();

/** A consultation of which what stands is saved, as the program does; `bits`: what is drawn, one after the other. */
function consultation({ settings = {}, bits = [] as readonly number[] } = {}) {
  const tally = createTally(catalogue, ['mobility', 'health']);
  let its: Releasing = { minGroup: 5, opensAt: at(0), closed: false, ...settings };
  let made = 0;
  const look = (minutes: number) => {
    const { standing, isNew } = release(its, tally, catalogue, at(minutes), {
      bit: () => bits[made] ?? 0,
      blur: () => 0,
    });
    if (isNew) made += 1;
    const { provisional: _, final: __, ...rest } = its;
    its = { ...rest, ...standing };
    return groupView(its, tally.n, at(minutes));
  };
  return {
    answer: (minutes: number, stance: Stance, ids: string) => {
      for (const id of ids)
        replace(tally, id, contributionOf(person(id, { m1: ballot(stance) }, { castAt: at(minutes) })));
    },
    erase: (ids: string) => {
      for (const id of ids) replace(tally, id, undefined);
    },
    close: () => {
      its = { ...its, closed: true };
    },
    reopen: (minutes: number) => {
      its = { ...its, closed: false, reopenedAt: at(minutes) };
    },
    look,
    /** What is shown, in short. */
    seen: (minutes: number) => {
      const view = look(minutes);
      if (view.state === 'waiting') return { needed: view.needed };
      const { kind, scenario, left, since } = view;
      return { kind, at: view.at, n: scenario.n, ...(left && { left }), ...(since && { since }) };
    },
  };
}

describe('while people answer', () => {
  test('the first result comes at twice the smallest group and a bit that nobody can tell', () => {
    const { answer, seen } = consultation({ bits: [2] });
    expect(seen(0)).toEqual({ needed: 10 });
    answer(1, 1, 'abcdefghi');
    expect(seen(1)).toEqual({ needed: 1 });
    answer(2, 1, 'jk');
    expect(seen(2)).toEqual({ needed: 1 });
    answer(3, 1, 'l');
    expect(seen(3)).toEqual({ kind: 'provisional', at: at(3), n: 10 });
  });

  test('the next ones come after enough changes, and a rest', () => {
    const { answer, seen } = consultation({ bits: [0, 1] });
    answer(1, 1, 'abcdefghij');
    expect(seen(1)).toMatchObject({ at: at(1), n: 10 });
    answer(2, 1, 'klmno');
    expect(seen(20)).toMatchObject({ at: at(1) });
    answer(3, -1, 'a');
    expect(seen(10)).toMatchObject({ at: at(1) });
    expect(seen(11)).toMatchObject({ at: at(11), n: 15 });
  });

  test('where few people are expected, the rest is a minute', () => {
    const { answer, seen } = consultation({ settings: { expected: 20 } });
    answer(1, 1, 'abcdefghij');
    expect(seen(1)).toMatchObject({ at: at(1) });
    answer(1.5, 1, 'klmno');
    expect(seen(1.9)).toMatchObject({ at: at(1) });
    expect(seen(2)).toMatchObject({ at: at(2) });
  });

  test('its figures are coarse: tenths, bands of five people, no dates, no opinion groups', () => {
    const { answer, look } = consultation();
    answer(1, 2, 'abcdefgh');
    answer(1, -1, 'ijklmn');
    const view = look(1);
    if (view.state === 'waiting') throw new Error('No result');
    const { figures } = view.scenario.domains.flatMap(({ trajectories }) => trajectories)[0] ?? {};
    expect(figures).toMatchObject({
      n: 10,
      examined: 10,
      support: { share: 0.6 },
      opposition: { share: 0.4 },
    });
    expect(figures).not.toHaveProperty('horizon');
    expect(view.scenario).not.toHaveProperty('opinion');
  });

  test('nobody and everybody are never told', () => {
    const { answer, look } = consultation();
    answer(1, 2, 'abcdefghij');
    expect(JSON.stringify(look(1))).toContain('"support":{"share":0.9');
  });

  test('nothing before the end, where that was chosen', () => {
    const { answer, look, close, seen } = consultation({ settings: { provisionalFor: 'nobody' } });
    answer(1, 1, 'abcdefghijkl');
    expect(look(1)).toMatchObject({ state: 'waiting', until: 'end' });
    close();
    expect(seen(2)).toEqual({ kind: 'final', at: at(2), n: 12 });
  });

  test('a result is withdrawn when fewer than the smallest group are left', () => {
    const { answer, erase, seen } = consultation();
    answer(1, 1, 'abcdefghij');
    expect(seen(1)).toMatchObject({ kind: 'provisional' });
    erase('abcdef');
    expect(seen(2)).toEqual({ needed: 6 });
  });
});

describe('after the end', () => {
  test('everybody counts in one exact result, however few came last', () => {
    const { answer, close, seen } = consultation();
    answer(1, 1, 'abcdefghij');
    expect(seen(1)).toMatchObject({ kind: 'provisional', n: 10 });
    answer(2, 1, 'k');
    close();
    expect(seen(3)).toEqual({ kind: 'final', at: at(3), n: 11 });
    expect(seen(900)).toEqual({ kind: 'final', at: at(3), n: 11 });
  });

  test('the closing day ends it as well', () => {
    const { answer, seen } = consultation({ settings: { closesAt: at(60) } });
    answer(1, 1, 'abcdef');
    expect(seen(59)).toEqual({ needed: 4 });
    expect(seen(60)).toEqual({ kind: 'final', at: at(60), n: 6 });
  });

  test('fewer than the smallest group have no result', () => {
    const { answer, close, seen } = consultation();
    answer(1, 1, 'abcd');
    close();
    expect(seen(2)).toEqual({ needed: 1 });
  });

  test('says how many left, and counts anew once three times the smallest group did', () => {
    const { answer, close, erase, seen } = consultation();
    answer(1, 1, 'abcdefghijklmnopqrstuv');
    close();
    expect(seen(2)).toEqual({ kind: 'final', at: at(2), n: 22 });
    erase('abcdefghijklmn');
    expect(seen(3)).toEqual({ kind: 'final', at: at(2), n: 22, left: 14 });
    erase('o');
    expect(seen(4)).toEqual({ kind: 'final', at: at(4), n: 7 });
    erase('pqr');
    expect(seen(5)).toEqual({ needed: 1 });
  });

  test('four puppets who leave with one other change nothing that is shown', () => {
    const { answer, close, erase, seen } = consultation();
    answer(1, 1, 'abcdefghijklmno');
    close();
    seen(2);
    erase('abcde');
    expect(seen(3)).toEqual({ kind: 'final', at: at(2), n: 15, left: 5 });
  });

  test('reopened, it stands until there is a provisional one; the next end makes another of enough people', () => {
    const { answer, close, reopen, seen } = consultation();
    answer(1, 1, 'abcdefghij');
    close();
    expect(seen(2)).toEqual({ kind: 'final', at: at(2), n: 10 });
    reopen(3);
    expect(seen(4)).toEqual({ kind: 'final', at: at(2), n: 10, since: 'reopened' });
    answer(5, 1, 'klmno');
    expect(seen(13)).toEqual({ kind: 'provisional', at: at(13), n: 15 });
    close();
    expect(seen(14)).toEqual({ kind: 'final', at: at(14), n: 15 });
  });

  test('reopened in vain, it stays, and says why', () => {
    const { answer, close, reopen, seen } = consultation();
    answer(1, 1, 'abcdefghij');
    close();
    seen(2);
    reopen(3);
    answer(5, 1, 'klmn');
    close();
    expect(seen(14)).toEqual({ kind: 'final', at: at(2), n: 10, since: 'too-few' });
  });
});

import { expect, test } from '@jest/globals';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Stance } from '#domain/participant/ballot.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { groupView } from '#scenario/group-view.ts';
import { at, ballot, catalogue, person } from './fixture.ts';

/** A consultation of which the latest released result is saved, as the program does. */
function consultation() {
  const tally = createTally(catalogue, ['mobility', 'health']);
  let saved: Pick<Consultation, 'released' | 'minGroup'> = { minGroup: 5 };
  return {
    answer: (day: number, stance: Stance, ...ids: string[]) => {
      for (const id of ids) {
        replace(tally, id, contributionOf(person(id, { m1: ballot(stance) }, { castAt: at(day) })));
      }
    },
    erase: (...ids: string[]) => {
      for (const id of ids) replace(tally, id, undefined);
    },
    look: (day: number) => {
      const { view, released } = groupView(saved, tally, catalogue, at(day));
      if (released !== undefined) saved = { ...saved, released };
      return view.state === 'waiting' ? { needed: view.needed } : { at: view.at, n: view.scenario.n };
    },
  };
}

test('says how many are needed, then releases, then waits for as many changes', () => {
  const { answer, look } = consultation();
  expect(look(1)).toEqual({ needed: 5 });
  answer(1, 1, 'a', 'b', 'c');
  expect(look(1)).toEqual({ needed: 2 });
  answer(2, 1, 'd', 'e');
  expect(look(3)).toEqual({ at: at(3), n: 5 });
  answer(4, 1, 'f', 'g', 'h');
  answer(4, -1, 'a');
  expect(look(5)).toEqual({ at: at(3), n: 5 });
  answer(6, 1, 'i');
  expect(look(7)).toEqual({ at: at(7), n: 9 });
  expect(look(8)).toEqual({ at: at(7), n: 9 });
});

test('withdraws a result while erasures leave too few', () => {
  const { answer, erase, look } = consultation();
  answer(1, 1, 'a', 'b', 'c', 'd', 'e');
  expect(look(2)).toEqual({ at: at(2), n: 5 });
  erase('a', 'b');
  expect(look(3)).toEqual({ needed: 2 });
  answer(4, 1, 'f', 'g');
  expect(look(5)).toEqual({ at: at(2), n: 5 });
  answer(6, 1, 'h');
  expect(look(7)).toEqual({ at: at(7), n: 6 });
});

test('counts erasures as changes', () => {
  const { answer, erase, look } = consultation();
  answer(1, 1, ...'abcdefghij');
  expect(look(2)).toEqual({ at: at(2), n: 10 });
  erase('a', 'b', 'c', 'd', 'e');
  expect(look(3)).toEqual({ at: at(3), n: 5 });
});

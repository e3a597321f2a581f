import { expect, test } from '@jest/globals';
import { lateAnswers } from '#application/retention/late-answers.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Change } from '#store/store.ts';
import { newConsultation, newPerson } from '#test/conversations/world.ts';
import { nobody } from '../projections/nobody.ts';
import { withApplication } from './made.ts';

const its = newConsultation({ version: 0 });
const beganAt = '2026-11-23T09:59:00.000Z';
const erasing: Consultation = { ...its, erasure: { beganAt, ...nobody } };
const erased: Consultation = { ...its, erasure: { beganAt, ...nobody, doneAt: beganAt } };
const consultation = (record: Consultation): Change => ({
  ...{ cursor: 1, kind: 'consultation', id: record.id, record },
});
const person = (cursor: number): Change => ({
  ...{ cursor, kind: 'participant', id: 'ana', record: newPerson({ id: 'ana', consultation: its.id }) },
});
const loops = () => new Promise(setImmediate);

/** What is heard of changes by somebody who watches, and what they ask of the store for it. */
const hearing = (
  tell: (heard: { change: (one: Change) => void; asked: string[]; loads: () => number }) => unknown,
) =>
  withApplication(async ({ store, now }) => {
    let loads = 0;
    const counting = new Proxy(store, {
      get: (_, name) => {
        if (name === 'load') loads += 1;
        const value = Reflect.get(store, name, store);
        return typeof value === 'function' ? value.bind(store) : value;
      },
    });
    const asked: string[] = [];
    const change = lateAnswers({ store: counting, now }, (code) => asked.push(code));
    await tell({ change, asked, loads: () => loads });
  });

test('however much people change, a consultation is asked for once, and not at all where it was heard of', () =>
  hearing(async ({ change, asked, loads }) => {
    for (let cursor = 1; cursor <= 1_000; cursor++) change(person(cursor));
    await loops();
    expect(loads()).toBe(1);
    change(consultation(its));
    for (let cursor = 1; cursor <= 1_000; cursor++) change(person(cursor));
    await loops();
    expect([loads(), asked]).toEqual([1, []]);
  }));

test('what is saved after an erasure is erased, and so is what was saved before its end is heard of', () =>
  hearing(async ({ change, asked, loads }) => {
    change(consultation(its));
    change(consultation(erasing));
    change(person(2));
    await loops();
    expect(asked).toEqual([]);
    change(consultation(erased));
    expect(asked).toEqual([its.id]);
    change(consultation(erased));
    await loops();
    expect(asked).toEqual([its.id]);
    change(person(3));
    await loops();
    expect(asked).toEqual([its.id, its.id]);
    expect(loads()).toBe(0);
  }));

test('what was saved long before an erasure began is its own to find, and an erased person is no late answer', () =>
  hearing(async ({ change, asked }) => {
    change(consultation(its));
    change(person(2));
    await loops();
    const later = '2026-11-23T11:00:00.000Z';
    change(consultation({ ...its, erasure: { beganAt: later, ...nobody, doneAt: later } }));
    change({ cursor: 3, kind: 'participant', id: 'ana' });
    await loops();
    expect(asked).toEqual([]);
  }));

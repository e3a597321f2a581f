import { expect, test } from '@jest/globals';
import { type ChecklistStep, checklistOf, type Known } from '#domain/consultation/checklist/checklist.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { newConsultation } from '../../conversations/world.ts';

const now = '2026-11-20T10:00:00.000Z';
const nothing: Known = {
  ...{ lacks: 0, isTried: false, took: 0, places: 0, texts: 0, unread: 0, result: 'waiting' },
};
const looked = (its: Partial<Consultation>, known: Partial<Known> = {}) =>
  checklistOf(newConsultation(its), { ...nothing, ...known }, now);
const stateOf = (step: ChecklistStep, ...of: Parameters<typeof looked>) =>
  looked(...of).items.find((item) => item.step === step)?.state;

const draft = { draft: true } as const;
const early = { opensAt: '2026-12-01T00:00:00.000Z' };
const open = { opensAt: '2026-11-01T00:00:00.000Z' };
const over = { ...open, closed: true, closedAt: '2026-11-19T10:00:00.000Z' };

test.each<[string, Partial<Consultation>, Partial<Known>, ChecklistStep | undefined]>([
  ['a draft that lacks something is completed', draft, { lacks: 1 }, 'prepare'],
  ['a draft that is whole is tried', draft, {}, 'try'],
  ['a draft that was tried is opened', draft, { isTried: true }, 'open'],
  ['one that opens later is announced', early, {}, 'invite'],
  ['one that is open and empty wants people', open, { places: 2 }, 'invite'],
  ['once people come, it is followed', open, { took: 3 }, 'follow'],
  ['texts that wait come before looking at figures', open, { took: 3, texts: 2, unread: 1 }, 'moderate'],
  [
    'after the end, texts are read before the result is published',
    over,
    { unread: 1, result: 'released' },
    'moderate',
  ],
  ['after the end, the result is published', over, { took: 30, result: 'released' }, 'publish'],
  ['what was done is told once it is published', over, { result: 'published' }, 'tell'],
  ['where too few came, people are told so all the same', over, {}, 'tell'],
  ['what was told is put away', { ...over, toldAt: now }, { result: 'published' }, 'archive'],
  ['one that is put away asks for nothing', { ...over, archivedAt: now }, { unread: 3 }, undefined],
])('%s', (_, its, known, next) => {
  expect(looked(its, known).next).toBe(next);
});

test('what cannot be done yet waits, and what nobody can do any more is not asked for', () => {
  expect(looked(draft).items.map(({ state }) => state)).toEqual([
    ...['done', 'to-do', 'to-do', 'later', 'later', 'later', 'later', 'later', 'later', 'later'],
  ]);
  expect(stateOf('try', open)).toBe('nothing');
  expect(stateOf('publish', over)).toBe('nothing');
  expect(stateOf('moderate', over)).toBe('nothing');
});

test('closing is done by itself where a last day is set', () => {
  expect(stateOf('close', open)).toBe('to-do');
  expect(stateOf('close', { ...open, closesAt: '2026-12-31T23:00:00.000Z' })).toBe('under-way');
  expect(stateOf('close', over)).toBe('done');
});

test('a result that stands again after a new start is to be published again', () => {
  expect(stateOf('publish', over, { result: 'published' })).toBe('done');
  expect(stateOf('publish', over, { result: 'released' })).toBe('to-do');
});

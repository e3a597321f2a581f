import { expect, test } from '@jest/globals';
import { isHalfway } from '#dialogs/place/halfway.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { ballot, catalogue } from '../scenario/fixture.ts';
import { newConsultation, newPerson, newWorld } from './world.ts';

const now = '2026-11-23T10:00:00.000Z';
const before = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString();

/** One domain, of two trajectories to examine and no question. */
const world = newWorld(async () => ({ numbers: [] }), {
  now,
  catalogue,
  consultation: newConsultation({ domains: ['health'] }),
});
const toExamine = ['h1', 'h2'].map((id) => ({ id, why: 'relevant' as const }));
const half: Partial<Participant> = {
  consent: { at: before(70) },
  domain: 'health',
  examining: { health: toExamine },
  ballots: { h1: ballot(2) },
  updatedAt: before(70),
};

const stories: readonly (readonly [string, boolean, Partial<Participant>])[] = [
  ['who stopped half-way is reminded', true, {}],
  ['who passed over one and stopped is too', true, { ballots: { h1: 'skipped' } }],
  ['who never agreed is not', false, { consent: undefined }],
  ['who agreed and answered nothing is not', false, { ballots: {} }],
  ['who has finished is not', false, { ballots: { h1: ballot(2), h2: ballot('dont-know') } }],
  ['who answered a minute ago is not', false, { updatedAt: before(1 / 60) }],
  ['nor just under an hour ago', false, { updatedAt: before(0.999) }],
  ['an hour ago is long enough', true, { updatedAt: before(1) }],
  ['who was reminded yesterday is not', false, { remindedAt: before(24) }],
  ['nor just under two days ago', false, { remindedAt: before(47.9) }],
  ['two days ago is long enough', true, { remindedAt: before(48) }],
  ['who wants no reminder is left alone', false, { unreminded: true }],
];

test.each(stories)('%s', (_, reminded, change) => {
  expect(isHalfway(newPerson({ ...half, ...change } as Participant), world)).toBe(reminded);
});

test('a domain that the consultation has not does not count', () => {
  const elsewhere = { ...world, consultation: newConsultation({ domains: ['mobility'] }) };
  expect(isHalfway(newPerson(half), elsewhere)).toBe(false);
});

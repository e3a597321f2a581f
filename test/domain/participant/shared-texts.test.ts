import { expect, test } from '@jest/globals';
import { Participant } from '#domain/participant/participant.ts';
import { sharedTexts } from '#domain/participant/shared-texts.ts';
import { newPerson } from '#test/conversations/world.ts';

const person = Participant.parse(
  newPerson({
    consent: { at: '2026-11-01T10:00:00.000Z' },
    answers: {
      'own-words': { kind: 'text', value: 'Un car le soir.', shared: true },
      'other-words': { kind: 'text', value: 'Pour moi seul.' },
      daily: { kind: 'choice', value: 'car-alone' },
      hard: { kind: 'skipped' },
    },
    ballots: {
      both: {
        stance: 2,
        kept: true,
        benefits: [],
        condition: 'Si c’est gratuit.',
        concern: 'Le prix.',
        shared: true,
      },
      one: { stance: -1, kept: false, benefits: [], concern: 'Les anciens.', shared: true },
      none: { stance: 1, kept: true, benefits: [], condition: 'Si cela reste entre nous.' },
      again: {
        stance: 1,
        kept: false,
        benefits: [],
        condition: 'Pour moi seul.',
        second: { first: 0, reason: 'J’ai lu les autres.', shared: true },
      },
      silent: { stance: 1, kept: false, benefits: [], second: { first: 1, reason: 'Pour moi seul.' } },
      passed: 'skipped',
    },
  }),
);

test('the texts that may be read are those whose author said so, and no other', () => {
  expect(sharedTexts(person)).toEqual([
    { item: 'own-words', kind: 'answer', text: 'Un car le soir.' },
    { item: 'both', kind: 'condition', text: 'Si c’est gratuit.' },
    { item: 'both', kind: 'concern', text: 'Le prix.' },
    { item: 'one', kind: 'concern', text: 'Les anciens.' },
    { item: 'again', kind: 'reason', text: 'J’ai lu les autres.' },
  ]);
});

test('without consent to the whole there is none', () => {
  const { consent: _, ...unasked } = person;
  expect(sharedTexts(unasked)).toEqual([]);
});

test('a document of before there was a box is read as before, and shares nothing', () => {
  const before = newPerson({
    consent: { at: '2026-11-01T10:00:00.000Z' },
    answers: { words: { kind: 'text', value: 'Un car.' } },
    ballots: { t: { stance: 2, kept: true, benefits: [], condition: 'Le soir.' } },
  });
  expect(Participant.parse(before)).toEqual(before);
  expect(sharedTexts(before)).toEqual([]);
});

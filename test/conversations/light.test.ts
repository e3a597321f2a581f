import { expect, test } from '@jest/globals';
import { converse } from '#dialogs/converse.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { newPerson, newWorld } from './world.ts';

const world = newWorld(async () => ({ numbers: [] }));
const shown = 'mobility-avoided';

/** Somebody at the list of domains who kept a trajectory, with a moment and a condition. */
const person: Participant = newPerson({
  consent: { at: world.now },
  profile: { roles: ['retired'], territory: 'declined' },
  answers: { 'mobility-avoidable': { kind: 'scale', value: 5 } },
  examining: { mobility: [{ id: shown, why: 'asked' }] },
  ballots: {
    [shown]: { stance: 2, horizon: 'under-5', kept: true, benefits: ['jobs'], condition: 'gratuit' },
  },
  last: shown,
});
const tap = (from: Participant, value: unknown) => converse(from, { kind: 'submit', value }, world);

test('a stance tapped anew keeps what else was said, and asks the light step', async () => {
  const turned = await tap(person, { act: 'change', trajectory: shown });
  const { participant, replies } = await tap(turned.participant, {
    act: 'ballot',
    trajectory: shown,
    stance: '1',
    more: 'asked',
  });
  expect(participant.ballots[shown]).toMatchObject({
    ...{ stance: 1, horizon: 'under-5', kept: true },
    ...{ benefits: ['jobs'], condition: 'gratuit' },
  });
  expect(replies.at(-1)).toMatchObject({ label: 'trajectory', details: true });
});

test('what is no longer wished for is no longer kept', async () => {
  const turned = await tap(person, { act: 'change', trajectory: shown });
  const away = { act: 'ballot', trajectory: shown, stance: '-1', more: 'asked' };
  const { participant } = await tap(turned.participant, away);
  expect(participant.ballots[shown]).toMatchObject({ stance: -1, kept: false, horizon: 'under-5' });
});

test('an answer changed on a card of before is named', async () => {
  const answer = { act: 'answer', question: 'mobility-avoidable', value: '2' };
  const { replies } = await tap(person, answer);
  expect(replies[0]).toMatchObject({
    about: 'changed',
    answered: { question: 'mobility-avoidable', answer: { kind: 'scale', value: 2 } },
  });
  const { replies: profile } = await tap(person, { act: 'profile', roles: 'farmer', territory: '' });
  expect(profile[0]).toMatchObject({ about: 'changed', described: { roles: ['farmer'] } });
});

test('back leads from the list of domains to what was said last, and from the profile to where one was', async () => {
  const back = { act: 'word', word: 'back' };
  const { participant, replies } = await tap(person, back);
  expect(replies.at(-1)).toMatchObject({ label: 'trajectory', trajectory: shown, given: { stance: 2 } });
  const turned = await tap(participant, { act: 'change', profile: true });
  const again = await tap(turned.participant, back);
  expect(again.replies.at(-1)?.label).not.toBe('profile');
  const { last: _, ...silent } = person;
  expect((await tap(silent, back)).replies.at(-1)).toMatchObject({ label: 'profile' });
});

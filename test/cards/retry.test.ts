import { expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import type { Reply, ReplyOf } from '#domain/conversation/reply.ts';
import { viewOf } from './samples/view.ts';
import { inputsOf, nodes, sendersOf } from './walk.ts';

const view = viewOf('fr', 'Action.Submit');
const position = { index: 1, total: 5 };
const daily = { label: 'question', question: 'mobility-daily', domain: 'mobility', position } as const;
const hard = { ...daily, question: 'mobility-hard' } as const;
const shown = {
  label: 'trajectory',
  trajectory: 'mobility-avoided',
  domain: 'mobility',
  position,
} as const;

function drawn(reply: Omit<ReplyOf<'retry'>, 'label' | 'maySkip'>) {
  const whole: Reply = { label: 'retry', maySkip: false, ...reply };
  const { text, card } = render(whole, view);
  if (card === undefined) throw new Error('No card');
  const choices = sendersOf({ ...card, actions: [] }).map(({ data }) => data);
  return { text, card, choices };
}

test('two things that may be meant are two buttons, under one short line', () => {
  const { text, choices } = drawn({
    reason: 'ambiguous',
    understood: ['car-alone', 'car-shared'],
    asked: daily,
  });
  expect(text.replace(/\s/g, ' ')).toBe(
    'Vous voulez dire « La voiture, sans passager » ou « La voiture, à plusieurs » ?',
  );
  expect(choices).toMatchObject([
    { act: 'answer', question: 'mobility-daily', value: 'car-alone' },
    { act: 'answer', question: 'mobility-daily', value: 'car-shared' },
  ]);
});

test('where nothing was named all the choices are buttons, and the question is not said again', () => {
  const { text, choices } = drawn({ reason: 'denied', asked: daily });
  expect(choices).toHaveLength(5);
  expect(text.split('\n')[0]?.replace(/\s/g, ' ')).toBe('Je vois ce que vous écartez. Que choisissez-vous ?');
  expect(text).not.toContain('Pour vos trajets');
});

test('several answers keep their form, with what was understood ticked', () => {
  const { card } = drawn({ reason: 'ambiguous', understood: ['cost'], sure: ['distance'], asked: hard });
  expect(inputsOf(card)).toMatchObject([{ id: 'value', value: 'distance,cost' }]);
  expect(nodes(card.body).filter(({ style }) => style === 'heading')).toHaveLength(1);
});

test('a stance takes along what was said beside it; moments stand for the stance that is said', () => {
  const beside = { horizon: 'under-5', condition: 'que ce soit gratuit' } as const;
  const { text, choices } = drawn({ reason: 'not-a-stance', understood: ['under-5'], beside, asked: shown });
  expect(text).toContain('que ce soit gratuit');
  expect(choices).toHaveLength(5);
  expect(choices[4]).toMatchObject({ act: 'ballot', stance: '2', ...beside });
  const moments = drawn({
    reason: 'ambiguous',
    understood: ['under-5', '5-to-10'],
    beside: { stance: 1 },
    asked: shown,
  });
  expect(moments.choices).toMatchObject([
    { act: 'ballot', stance: '1', horizon: 'under-5' },
    { act: 'ballot', stance: '1', horizon: '5-to-10' },
  ]);
});

test('a kind of place that may be meant keeps the role that was clear', () => {
  const understood = ['territory:rural-village', 'territory:dispersed-rural'];
  const { choices } = drawn({
    reason: 'ambiguous',
    understood,
    sure: ['role:teacher'],
    asked: { label: 'profile' },
  });
  expect(choices).toMatchObject([
    { act: 'profile', roles: 'teacher', territory: 'rural-village' },
    { act: 'profile', roles: 'teacher', territory: 'dispersed-rural' },
  ]);
});

test('what was noted may be corrected by one tap, and their words kept as a concern', () => {
  const ballot = { stance: -2, kept: false, benefits: [] } as const;
  const cast = { trajectory: 'mobility-avoided', ballot: { ...ballot, benefits: [] }, remark: 'Trop *cher*' };
  const { card } = render({ label: 'notice', about: 'ballot-noted', facts: { stance: '-2' }, cast }, view);
  expect(card && sendersOf(card).map(({ data }) => data)).toMatchObject([
    { act: 'change', trajectory: 'mobility-avoided' },
    { act: 'ballot', trajectory: 'mobility-avoided', stance: '-2', concern: 'Trop *cher*' },
  ]);
});

test('who one is can be tapped again, and the place is sent with it', () => {
  const { card, choices } = drawn({ reason: 'not-a-choice', asked: { label: 'profile' } });
  expect(inputsOf(card)).toMatchObject([{ id: 'territory' }]);
  expect(choices).toHaveLength(view.catalogue.roles.length);
  expect(choices[0]).toMatchObject({ act: 'profile', roles: view.catalogue.roles[0] });
});

import { expect, test } from '@jest/globals';
import { judgeNote, judgeQuestion } from '#domain/room/judge-room.ts';
import type { LiveSession } from '#domain/room/live-session.ts';
import { currentRound, type RoomStep, roundTaking, stateAt, stepped } from '#domain/room/round-steps.ts';

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 18, 0, second)).toISOString();
const begun: LiveSession = {
  ...{ schema: 1, id: 's', version: 1, consultation: 'decouverte', startedAt: at(0) },
  ...{ secret: 'x', rounds: [], notes: [] },
};
const ask: RoomStep = { act: 'ask', id: 'r', subject: { kind: 'trajectory', trajectory: 'mobility-x' } };
const result = { shown: 'exact', n: 5, counts: [0, 0, 0, 0, 5] } as const;
const told: RoomStep = { act: 'reveal', result: { ...result, counts: [...result.counts] } };

/** Each step at its second. */
const after = (steps: readonly (readonly [number, RoomStep])[], session = begun): LiveSession =>
  steps.reduce((now, [second, step]) => {
    const next = stepped(now, step, at(second));
    if (next === undefined) throw new Error(`${step.act} does not fit`);
    return next;
  }, session);

test('a round goes from the question to the first result, the debate and the second one', () => {
  const open = after([
    [1, ask],
    [2, { act: 'open', seconds: 0 }],
  ]);
  expect(roundTaking(open, at(3))?.id).toBe('r');
  expect(stepped(open, told, at(3))).toBeUndefined();
  const shown = after(
    [
      [3, { act: 'stop' }],
      [4, told],
    ],
    open,
  );
  expect(currentRound(shown)).toMatchObject({ state: 'revealed', vote: 1, first: result });
  // What was shown is not voted upon again.
  expect(stepped(shown, { act: 'open', seconds: 0 }, at(5))).toBeUndefined();
  const second = after(
    [
      [5, { act: 'again', seconds: 0 }],
      [6, { act: 'stop' }],
      [7, told],
    ],
    shown,
  );
  expect(currentRound(second)).toMatchObject({ state: 'revealed', vote: 2, second: result });
  expect(stepped(second, { act: 'again', seconds: 0 }, at(8))).toBeUndefined();
  const closed = after([[8, { act: 'close' }]], second);
  expect(currentRound(closed)).toBeUndefined();
  expect(closed.rounds).toMatchObject([{ state: 'closed', first: result }]);
  expect(stepped(closed, { ...ask, id: 'r2' }, at(9))?.current).toBe('r2');
});

test('a vote ends by itself when its time is over, and can be given a minute more', () => {
  const open = after([
    [1, ask],
    [2, { act: 'open', seconds: 30 }],
  ]);
  expect(roundTaking(open, at(31))).toBeDefined();
  expect(roundTaking(open, at(32))).toBeUndefined();
  expect(stateAt(currentRound(open) ?? { state: 'open' }, at(32))).toBe('hidden');
  expect(stepped(open, told, at(40))).toBeDefined();
  expect(roundTaking(after([[31, { act: 'longer' }]], open), at(91))).toBeDefined();
  expect(stepped(open, { act: 'longer' }, at(33))).toBeUndefined();
});

test('a pause lets everything stand still: nothing is done and nobody answers, and the time left is left again', () => {
  const open = after([
    [1, ask],
    [2, { act: 'open', seconds: 30 }],
  ]);
  const paused = after([[10, { act: 'pause' }]], open);
  expect(roundTaking(paused, at(11))).toBeUndefined();
  for (const act of ['stop', 'close', 'pause', 'longer'] as const)
    expect(stepped(paused, { act }, at(11))).toBeUndefined();
  const again = after([[50, { act: 'resume' }]], paused);
  expect(currentRound(again)?.endsAt).toBe(at(72));
  expect(roundTaking(again, at(71))).toBeDefined();
});

test('nothing is done in a session that has ended, and one round is asked at a time', () => {
  const ended = { ...begun, endedAt: at(1) };
  expect(stepped(ended, ask, at(2))).toBeUndefined();
  expect(stepped(after([[1, ask]]), ask, at(2))).toBeUndefined();
});

test('a question of one’s own is written on one line and has five different points', () => {
  const labels = ['Jamais', 'Rarement', 'Parfois', 'Souvent', 'Toujours'];
  expect(judgeQuestion({ question: '  Prenez-vous\nle bus ? ', labels })).toEqual({
    subject: { kind: 'own', question: 'Prenez-vous le bus ?', labels },
  });
  const wrong = (question: string, points: readonly string[]) => {
    const judged = judgeQuestion({ question, labels: points });
    return 'problem' in judged ? `${judged.problem.field} ${judged.problem.code}` : 'none';
  };
  expect(wrong(' ', labels)).toBe('question empty');
  expect(wrong('x'.repeat(201), labels)).toBe('question long');
  expect(wrong('Quoi ?', labels.slice(1))).toBe('labels missing');
  expect(wrong('Quoi ?', ['a', 'b', 'c', 'd', 'D'])).toBe('labels alike');
  expect(wrong('Quoi ?', ['a', 'b', 'c', 'd', 'x'.repeat(41)])).toBe('labels long');
});

test('a decision says at least what is to be done', () => {
  expect(judgeNote({ text: ' Visiter  la ressourcerie ', who: 'Lise', when: '' })).toEqual({
    note: { text: 'Visiter la ressourcerie', who: 'Lise' },
  });
  expect(judgeNote({ text: '', who: '', when: '' })).toEqual({ problem: { field: 'note', code: 'empty' } });
  expect(judgeNote({ text: 'x', who: 'y'.repeat(81), when: '' })).toMatchObject({
    problem: { field: 'who' },
  });
});

import { expect, test } from '@jest/globals';
import { Threads } from '#channels/bot-framework/connector/threads.ts';

const hour = 3_600_000;

test('threads are forgotten once idle for an hour', () => {
  const threads = new Threads(100);
  threads.of('a', 0).ended = [0];
  threads.of('b', hour / 2).ended = [hour / 2];
  threads.of('c', hour);
  expect(threads.size).toBe(2);
  expect(threads.of('b', hour).ended).toEqual([hour / 2]);
  expect(threads.of('a', hour).ended).toEqual([]);
});

test('threads are never more than so many; those with posts on their way stay', () => {
  const threads = new Threads(3);
  threads.of('busy', 0).waiting = 1;
  for (let i = 0; i < 50; i += 1) threads.of(`idle ${i}`, i).ended = [i];
  expect(threads.size).toBe(3);
  expect(threads.of('busy', 50).waiting).toBe(1);
  expect(threads.of('idle 49', 50).ended).toEqual([49]);
});

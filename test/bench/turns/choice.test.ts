import { expect, test } from '@jest/globals';
import { choose } from './choice.ts';

test('everything is measured unless told', () => {
  const all = choose({});
  expect(all.storages).toEqual(['files', 'postgres-1', 'postgres-3']);
  expect([all.has('a'), all.has('direct-line', 'postgres-3')]).toEqual([true, true]);
});

test('a key stands for a side on every storage, or on the one it names', () => {
  const some = choose({ ONLY: 'a,replies,direct-line@postgres-3' });
  expect([some.has('a'), some.has('b')]).toEqual([true, false]);
  expect([some.has('replies', 'files'), some.has('replies', 'postgres-1')]).toEqual([true, true]);
  expect([some.has('direct-line', 'files'), some.has('direct-line', 'postgres-3')]).toEqual([false, true]);
});

test('a storage that nothing is measured on is not started', () => {
  expect(choose({ ONLY: 'a,b' }).storages).toEqual([]);
  expect(choose({ ONLY: 'a,direct-line@postgres-3' }).storages).toEqual(['postgres-3']);
  expect(choose({ ONLY: 'direct-line', STORAGES: 'files, postgres-1' }).storages).toEqual([
    'files',
    'postgres-1',
  ]);
});

test('a storage that nobody knows is said', () => {
  expect(() => choose({ STORAGES: 'mysql' })).toThrow('There is no storage mysql');
  expect(() => choose({ ONLY: 'direct-line@postgres-2' })).toThrow('postgres-2');
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createDocumentCache } from '#documents/queue/cache.ts';

const file = (length: number) => new Uint8Array(length);

test('the file not asked for the longest goes first', () => {
  const kept = createDocumentCache(10);
  kept.set('a', file(4));
  kept.set('b', file(4));
  expect(kept.get('a')).toEqual(file(4));
  kept.set('c', file(4));
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([file(4), undefined, file(4)]);
});

test('a file that fits nowhere is not kept, and drives nothing out', () => {
  const kept = createDocumentCache(10);
  kept.set('a', file(4));
  kept.set('large', file(11));
  expect([kept.get('a'), kept.get('large')]).toEqual([file(4), undefined]);
});

test('whatever comes, no more is kept than fits, and the last file that fits is there', () => {
  const coming = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(14)), { minLength: 1 });
  fc.assert(
    fc.property(coming, (files) => {
      const kept = createDocumentCache(10);
      for (const [key, length] of files) kept.set(key, file(length));
      const there = ['a', 'b', 'c', 'd'].flatMap((key) => kept.get(key) ?? []);
      expect(there.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(10);
      const [key = '', length = 0] = files.at(-1) ?? [];
      if (length <= 10) expect(kept.get(key)).toEqual(file(length));
    }),
  );
});

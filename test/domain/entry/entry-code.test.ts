import { describe, expect, test } from '@jest/globals';
import { entryCodeIn } from '#domain/entry/entry-code.ts';
import {
  countEntryCodes,
  noEntryCodes,
  withEntryCodes,
  withoutRevoked,
  withoutUsed,
} from '#domain/records/entry-codes.ts';

describe('an entry code is read', () => {
  test.each([
    ['KTM4P-7RTX2', 'KTM4P-7RTX2'],
    [' ktm4p 7rtx2 ', 'KTM4P-7RTX2'],
    ['ktm4p7rtx2', 'KTM4P-7RTX2'],
    ['KTM4P–7RTX2', 'KTM4P-7RTX2'],
    ['KTM4P-7RTXZ', 'KTM4P-7RTX2'],
  ])('%j as %s', (typed, code) => expect(entryCodeIn(typed)).toBe(code));

  test.each(['', 'oui', 'KTM4P', 'KTM4P-7RTX2-9HJKD', 'KTM4P-7RTXI', 'je suis là', 'KTM4P-7RTX2'.padEnd(60)])(
    '%j as none',
    (typed) => expect(entryCodeIn(typed)).toBeUndefined(),
  );
});

test('codes are counted, and what is kept of them says nothing of their order', () => {
  const made = withEntryCodes(noEntryCodes('vallee'), ['c', 'a', 'b']);
  expect(made.free).toEqual(['a', 'b', 'c']);
  const used = withoutUsed(made, new Set(['b']));
  expect(countEntryCodes(used)).toEqual({ made: 3, used: 1, free: 2, revoked: 0 });
  expect(withoutUsed(used, new Set(['b']))).toBe(used);
  expect(countEntryCodes(withoutRevoked(used, 'a'))).toEqual({ made: 3, used: 1, free: 1, revoked: 1 });
  expect(countEntryCodes(withoutRevoked(used, 'all'))).toEqual({ made: 3, used: 1, free: 0, revoked: 2 });
  expect(withEntryCodes(used, ['d']).made).toBe(4);
});

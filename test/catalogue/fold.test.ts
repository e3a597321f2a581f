import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, longestFolded } from '#domain/conversation/fold.ts';

const anything = fc.string({ unit: 'binary', maxLength: 3000 });
const signs = fc.string({
  unit: fc.constantFrom(
    '/',
    ' ',
    '.',
    '?',
    '!',
    '«',
    '’',
    '\u00a0',
    'É',
    'œ',
    '\u0301',
    'İ',
    'ﬁ',
    '™',
    '\u200b',
  ),
});

describe('a folded text', () => {
  test.each([
    ['Aide', 'aide'],
    ['  /AIDE !', 'aide'],
    ['« aide »', 'aide'],
    ['Précédent…', 'precedent'],
    ['pre\u0301ce\u0301dent', 'precedent'],
    ['à l’aide', "a l'aide"],
    ["a l'aide.", "a l'aide"],
    ['mon\u00a0scénario\u202f!', 'mon scenario'],
    ['mes\t\n données', 'mes donnees'],
    ['ŒUVRE', 'oeuvre'],
    ['ai\u00adde\u200b', 'aide'],
    ['//menu//', 'menu//'],
    ['?', '?'],
    ['??!', '?'],
    ['!?', '?'],
    ['...', '.'],
    ['/', ''],
    ['', ''],
    ['👍', '👍'],
  ])('%j is read as %j', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  test('folded again stays the same', () => {
    fc.assert(fc.property(fc.oneof(anything, signs), (text) => fold(fold(text)) === fold(text)));
  });

  test('of each single character stays the same when folded again', () => {
    const changed = [];
    for (let code = 0; code <= 0x2ffff; code++) {
      const once = fold(`a${String.fromCodePoint(code)}b`);
      if (fold(once) !== once) changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });

  test('is bounded, and bears no space or slash at its ends', () => {
    fc.assert(
      fc.property(fc.oneof(anything, signs), (text) => {
        const folded = fold(text);
        return folded.length <= longestFolded && folded === folded.trim() && !folded.startsWith('/');
      }),
    );
  });

  test('does not depend on case, accents, surrounding spaces, slash or final punctuation', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcéèçüïo'), minLength: 1 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('', ' ', '/', ' / '),
        fc.constantFrom('', '.', ' !', '…'),
        (list, lead, end) => {
          const text = list.join(' ');
          return fold(lead + text.toUpperCase().normalize('NFD') + end) === fold(text);
        },
      ),
    );
  });

  test.each([
    ['dots', `${'.,'.repeat(500_000)}a`],
    ['spaces', `a${' '.repeat(1_000_000)}b`],
    ['one letter that decomposes into eighteen', '\ufdfa'.repeat(1_000_000)],
    ['marks', `a${'\u0301'.repeat(1_000_000)}`],
  ])('of a million %s is ready at once', (_, text) => {
    const from = performance.now();
    const folded = fold(text);
    expect(folded.length).toBeLessThanOrEqual(longestFolded);
    expect(performance.now() - from).toBeLessThan(500);
  });
});

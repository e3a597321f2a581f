import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { typeset, typesetAll } from '#catalogue/files/typography.ts';

describe('French typography', () => {
  test.each([
    ["L'aide", 'L’aide'],
    ['Où allez-vous ?', 'Où allez-vous\u00a0?'],
    ['Deux choses : un ; deux !', 'Deux choses\u00a0: un\u00a0; deux\u00a0!'],
    ['Dites « aide ».', 'Dites «\u00a0aide\u00a0».'],
    ['50 % ou 3 €', '50\u00a0% ou 3\u00a0€'],
    ['Un instant...', 'Un instant…'],
    ['https://exemple.fr à 10:30', 'https://exemple.fr à 10:30'],
    [
      '{n, number, ::percent} : {n, plural, one {# voix} other {# voix}} ?',
      '{n, number, ::percent}\u00a0: {n, plural, one {# voix} other {# voix}}\u00a0?',
    ],
  ])('%j is printed as %j', (typed, printed) => {
    expect(typeset(typed, 'fr')).toBe(printed);
  });
});

describe('English typography', () => {
  test.each([
    ["I don't know", 'I don’t know'],
    ["Type 'help' (or 'menu').", 'Type ‘help’ (or ‘menu’).'],
    ['She said "yes".', 'She said “yes”.'],
    ['Where do you go?', 'Where do you go?'],
  ])('%j is printed as %j', (typed, printed) => {
    expect(typeset(typed, 'en')).toBe(printed);
  });
});

test('typography done twice changes nothing, and leaves no straight apostrophe', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab \'":;!?«»%{}#,.') });
  fc.assert(
    fc.property(text, fc.constantFrom('fr', 'en'), (typed, language) => {
      const printed = typeset(typed, language);
      return typeset(printed, language) === printed && !printed.includes("'");
    }),
  );
});

test('typography reaches every text and no key', () => {
  const data = { "l'un": ["l'autre", { deux: 'Oui ?' }], nombre: 3, rien: null };
  expect(typesetAll(data, 'fr')).toEqual({
    "l'un": ['l’autre', { deux: 'Oui\u00a0?' }],
    nombre: 3,
    rien: null,
  });
});

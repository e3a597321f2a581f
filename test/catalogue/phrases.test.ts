import { afterAll, describe, expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { phraseProblems, phrasesOf, smallTalk } from './talk.ts';
import { catalogueFolder, clearWorkbenches, workbench } from './workbench.ts';

afterAll(clearWorkbenches);

const french = `
greeting: Bonjour {name}, c'est à vous ?
count:
  people: "{n, plural, =0 {Personne} one {# personne} other {# personnes}} : {share, number, percent}"
  twice: "{n} sur {n, plural, other {#}} en {year}"
few: "{n, plural, one {Un avis} other {{n, number, Words} avis}} sur {of, number, words}"
reading:
  number:
    feminine: "{n, plural, =5 {cinq} =7 {sept} other {{n}}}"
mark: 2 < 3 et <b>ceci</b>
`;
const english = `
greeting: Hello {name}, isn't it your turn?
count:
  people: "{n, plural, =0 {Nobody} one {# person} other {# people}}: {share, number, percent}"
  twice: "{n} of {n, plural, other {#}} in {year}"
few: "{n, plural, one {One view} other {{n, number, Words} views}} of {of, number, words}"
reading:
  number:
    feminine: "{n, plural, =5 {five} =7 {seven} other {{n}}}"
mark: 2 < 3 and <b>this</b>
`;

describe('a phrase', () => {
  const { say } = phrasesOf(smallTalk(french, english));

  test('is filled, and set as its language is printed', () => {
    expect(say('fr')('greeting', { name: "Anne d'Arc" })).toBe("Bonjour Anne d'Arc, c’est à vous\u00a0?");
    expect(say('en')('greeting', { name: 'Anne' })).toBe('Hello Anne, isn’t it your turn?');
  });

  test('agrees with its number, and writes it as the language does', () => {
    expect(say('fr')('count.people', { n: 1, share: 0.5 })).toMatch(/^1 personne\u00a0: 50[\u00a0\u202f]%$/);
    expect(say('fr')('count.people', { n: 12_345, share: 1 })).toMatch(/^12[\u00a0\u202f]345 personnes/);
    expect(say('en')('count.people', { n: 12_345, share: 1 })).toBe('12,345 people: 100%');
    expect(say('fr')('count.people', { n: 0, share: 0 })).toMatch(/^Personne/);
  });

  test('writes out a number in plain braces, and leaves a year whole', () => {
    const said = say('fr')('count.twice', { n: 100_000.5, year: 2035 });
    expect(said).toMatch(/^100[\u00a0\u202f]000,5 sur 100[\u00a0\u202f]000,5 en 2035$/);
    expect(say('en')('count.twice', { n: 100_000, year: 2035 })).toBe('100,000 of 100,000 in 2035');
  });

  test('says a small number in words where it asks for that, with a capital at its beginning', () => {
    expect(say('fr')('few', { n: 5, of: 7 })).toBe('Cinq avis sur sept');
    expect(say('fr')('few', { n: 1, of: 12_345 })).toMatch(/^Un avis sur 12[\u00a0\u202f]345$/);
    expect(say('en')('few', { n: 12, of: 5 })).toBe('12 views of five');
  });

  test('takes angle brackets as they are, in the phrase and in what fills it', () => {
    expect(say('fr')('mark')).toBe('2 < 3 et <b>ceci</b>');
    expect(say('fr')('greeting', { name: '{n} <i>' })).toContain('{n} <i>');
  });

  test('of a language that is not spoken here is said in French', () => {
    expect(say('br')('mark')).toBe(say('fr')('mark'));
    expect(say('__proto__')('mark')).toBe(say('fr')('mark'));
  });

  test.each(['nothing.like.it', 'count', 'constructor', ''])(
    'that does not exist, %j, is a mistake of the code',
    (key) => {
      expect(() => say('fr')(key)).toThrow(`No phrase “${key}” in fr/interface`);
    },
  );

  test('left unfilled is a mistake of the code', () => {
    expect(() => say('fr')('greeting')).toThrow(/name/);
  });
});

test('the project’s own phrases load with no problem', () => {
  expect(loadPhrases(catalogueFolder)).toHaveProperty('phrases');
});

test('a folder without the default language says so', () => {
  const bench = workbench();
  bench.remove('fr');
  expect(phraseProblems(bench)[0]).toMatchObject({
    file: 'fr',
    message: 'the folder of the default language is missing',
  });
});

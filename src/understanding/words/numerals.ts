/** What one number word says, and in which languages. */
export interface Numeral {
  readonly value: number;
  readonly language: 'fr' | 'en' | 'both';
}

/** Number words of one word, without accents. What takes several words is for the recognizers. */
export const numerals: ReadonlyMap<string, Numeral> = new Map([
  ...count(
    'fr',
    0,
    'zero un deux trois quatre cinq _ sept huit neuf _ onze douze treize quatorze quinze seize',
  ),
  ...count(
    'en',
    0,
    'zero one two three four five _ seven eight nine ten eleven twelve thirteen fourteen fifteen',
  ),
  ...count('en', 16, 'sixteen seventeen eighteen nineteen'),
  ...tens('fr', '_ vingt trente quarante cinquante soixante septante octante nonante'),
  ...tens('en', '_ twenty thirty forty fifty sixty seventy eighty ninety'),
  word('six', 6, 'both'),
  word('dix', 10, 'fr'),
  word('une', 1, 'fr'),
  word('huitante', 80, 'fr'),
  word('vingts', 20, 'fr'),
  word('cent', 100, 'fr'),
  word('cents', 100, 'fr'),
  word('mille', 1000, 'fr'),
  word('hundred', 100, 'en'),
  word('thousand', 1000, 'en'),
  word('million', 1_000_000, 'both'),
  word('millions', 1_000_000, 'both'),
]);

/** Words that are an article as often as the number 1. */
export const articles: ReadonlySet<string> = new Set(['un', 'une', 'one']);

function word(text: string, value: number, language: Numeral['language']): [string, Numeral] {
  return [text, { value, language }];
}

function count(language: 'fr' | 'en', from: number, words: string): [string, Numeral][] {
  return words.split(' ').map((text, i) => word(text, from + i, language));
}

function tens(language: 'fr' | 'en', words: string): [string, Numeral][] {
  return words.split(' ').map((text, i) => word(text, 10 * (i + 1), language));
}

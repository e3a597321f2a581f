import type { Language } from '#domain/catalogue/language.ts';
import type { Recognise } from '../reading.ts';
import { ask } from '../recogniser/ask.ts';
import { numerals } from '../words/numerals.ts';
import type { Token } from '../words/tokens.ts';

/** At most so many spelled-out numbers are looked up in one reply. */
const mostRuns = 3;

/**
 * Numbers spelled out in several words ("vingt-cinq", "two thousand and thirty") become number tokens. Only those words
 * go to the recognizers, never what stands around them: in a whole sentence they find numbers in "pour cent".
 */
export async function spell(
  tokens: readonly Token[],
  language: Language,
  recognise: Recognise,
): Promise<readonly Token[]> {
  const runs = compounds(tokens).slice(0, mostRuns);
  const values = await Promise.all(
    runs.map(({ from, to }) => spoken(tokens.slice(from, to), language, recognise)),
  );
  const spelled: Token[] = [];
  let at = 0;
  runs.forEach(({ from, to }, i) => {
    const words = tokens.slice(from, to);
    spelled.push(...tokens.slice(at, from), number(words, values[i]));
    at = to;
  });
  return [...spelled, ...tokens.slice(at)];
}

/** A number that nobody could make out is a word that means nothing, never the numbers it is made of. */
function number(words: readonly Token[], value: number | undefined): Token {
  const text = words.map((word) => word.text).join(' ');
  return value === undefined
    ? { kind: 'word', text, glued: false }
    : { kind: 'number', text, value, glued: words[0]?.glued ?? false };
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Where number words stand together and make one number: "vingt-cinq" does, "un deux trois" does not. */
function compounds(tokens: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < tokens.length; from++) {
    let to = from;
    while (isNumeral(tokens[to]) || (to > from && isJoint(tokens, to))) to++;
    const start = isArticle(tokens, from) ? from + 1 : from;
    if (to - start > 1 && tokens.slice(start, to).some(isLarge)) runs.push({ from: start, to });
    from = Math.max(from, to);
  }
  return runs;
}

const isNumeral = (token: Token | undefined) => token !== undefined && numerals.has(token.text);
const isLarge = ({ text }: Token) => (numerals.get(text)?.value ?? 0) >= 10;

/** "un vingt-cinq", "une trentaine": an article, unless a hundred or more follows in English ("one hundred"). */
function isArticle(tokens: readonly Token[], at: number): boolean {
  return ['un', 'une'].includes(tokens[at]?.text ?? '') && isNumeral(tokens[at + 1]);
}

/** "vingt et un", "one hundred and five". */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const before = numerals.get(tokens[at - 1]?.text ?? '')?.value ?? 0;
  const after = tokens[at + 1]?.text ?? '';
  if (tokens[at]?.text === 'et') return before >= 20 && before < 100 && ['un', 'une', 'onze'].includes(after);
  return tokens[at]?.text === 'and' && before >= 100 && isNumeral(tokens[at + 1]);
}

async function spoken(
  words: readonly Token[],
  language: Language,
  recognise: Recognise,
): Promise<number | undefined> {
  const tongue = words
    .map(({ text }) => numerals.get(text)?.language)
    .find((it) => it === 'fr' || it === 'en');
  const text = words.map((word) => word.text).join(' ');
  const { numbers } = await ask(recognise, text, tongue ?? language);
  const [first, second, ...more] = numbers;
  if (first === undefined || more.length > 0) return undefined;
  if (second === undefined) return first;
  return first >= 19 && first <= 21 && second >= 10 && second < 100 ? 100 * first + second : undefined;
}

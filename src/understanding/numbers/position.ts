import { type Found, found, none } from '../found.ts';
import { passable } from '../words/hedges.ts';
import { lexicon } from '../words/lexicon.ts';
import { articles } from '../words/numerals.ts';
import { isSilent, split, type Token } from '../words/tokens.ts';

/** The place in a list (0 for the first) that a reply names and nothing else: "2", "la deuxième", "the last one", "b". */
export function position(tokens: readonly Token[], count: number): Found<number> {
  const places = split(tokens, isBar).map((part) => ordinal(part, count) ?? number(part) ?? letter(part));
  const inList = places.flatMap((place) => (place !== undefined && place >= 0 && place < count ? place : []));
  return inList.length === places.length ? found(inList) : none;
}

/** The same, by rank only ("la dernière", "2e"): where a bare number means something else. */
export function rank(tokens: readonly Token[], count: number): Found<number> {
  const place = ordinal(tokens, count);
  return place !== undefined && place >= 0 && place < count ? found([place]) : none;
}

const isBar = ({ text }: Token) => ['ou', 'or', '/', 'et', 'and', '&'].includes(text);

function ordinal(tokens: readonly Token[], count: number): number | undefined {
  let place: number | undefined;
  for (let at = 0; at < tokens.length; ) {
    const word = ordinals(tokens, at);
    const token = tokens[at];
    const here =
      word?.meaning ?? (token?.kind === 'ordinal' && token.value !== undefined ? token.value - 1 : undefined);
    const length = here === undefined ? passable(tokens, at) : (word?.length ?? 1);
    if (length === 0 || (here !== undefined && place !== undefined)) return undefined;
    place = here === undefined ? place : here < 0 ? count + here : here;
    at += length;
  }
  return place;
}

function number(tokens: readonly Token[]): number | undefined {
  const [first, ...more] = left(tokens).filter((token) => !isLetter(token));
  if (first?.kind === 'number' && first.value !== undefined && more.length === 0) return first.value - 1;
  return first === undefined && articles.has(tokens.at(-1)?.text ?? '') ? 0 : undefined;
}

/** A letter that counts, which comes last: "b", "réponse C". */
function letter(tokens: readonly Token[]): number | undefined {
  const [first, ...more] = left(tokens);
  const isLast = tokens.findLast((token) => !isSilent(token)) === first;
  return first !== undefined && isLast && isLetter(first) && more.length === 0
    ? alphabet.indexOf(first.text)
    : undefined;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

const isLetter = ({ text }: Token) => text.length === 1 && alphabet.includes(text);

/** What is left without hedges and punctuation; single letters stay, which may be a place or a linking word. */
function left(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const length = passable(tokens, at);
    if (token !== undefined && (length === 0 || (length === 1 && isLetter(token)))) kept.push(token);
    at += Math.max(1, length);
  }
  return kept;
}

/** From 0; below 0 from the end. */
const ordinals = lexicon<number>([
  [0, 'premier, première, first'],
  [1, 'deuxième, second, seconde'],
  [2, 'troisième, third'],
  [3, 'quatrième, fourth'],
  [4, 'cinquième, fifth'],
  [5, 'sixième, sixth'],
  [6, 'septième, seventh'],
  [7, 'huitième, eighth'],
  [8, 'neuvième, ninth'],
  [9, 'dixième, tenth'],
  [-1, 'dernier, dernière, last'],
  [-2, 'avant-dernier, avant-dernière, next to last, second to last, last but one'],
]);

import { type Found, found, named, none } from '../found.ts';
import { position } from '../numbers/position.ts';
import { beforeReasons } from '../words/because.ts';
import { hedges } from '../words/hedges.ts';
import { split, type Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import { verdict } from '../words/verdict.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { alternatives } from './alternatives.ts';
import { matchTitles } from './titles.ts';

/** The titles (by index) that a reply seems to name: one, several, or none. */
export function pick(written: readonly Token[], known: Vocabulary): Found<number> {
  const tokens = known.mark(beforeReasons(written, known));
  for (const way of [placed, answered, worded, begun]) {
    const said = way(tokens, known);
    if (said.outcome !== 'none') return said;
  }
  return none;
}

/** By its place in the list; a number or an initial that the titles themselves have may mean those too. */
function placed(tokens: readonly Token[], known: Vocabulary): Found<number> {
  const places = named(position(tokens, known.titles.length));
  const [only, ...more] = tokens;
  const isLetter = only?.kind === 'word' && only.text.length === 1 && more.length === 0;
  if (isLetter) return found([...places, ...beginning(only.text, known)]);
  if (places.length === 0) return none;
  return found([...places, ...tokens.flatMap((token) => inDigits(token, known))]);
}

/** The titles that have a number in digits. */
function inDigits({ kind, value }: Token, { tokens }: Vocabulary): readonly number[] {
  if (kind !== 'number') return [];
  const has = (title: readonly Token[]) =>
    title.some((token) => token.value === value && /^\d/.test(token.text));
  return tokens.flatMap((title, i) => (has(title) ? i : []));
}

/** The titles whose first word begins with a letter. */
function beginning(letter: string, { titles }: Vocabulary): readonly number[] {
  return titles.flatMap(([first], i) => (first?.head.startsWith(letter) ? i : []));
}

/** By "ouais" or "nan", where titles begin with yes or no. */
function answered(tokens: readonly Token[], known: Vocabulary): Found<number> {
  const said = verdict(tokens);
  if (said === undefined || said === 'both') return none;
  return found(known.tokens.flatMap((title, i) => (verdict(title.slice(0, 1)) === said ? i : [])));
}

/** By its words; a place before them must agree ("2) vélo"). */
function worded(tokens: readonly Token[], known: Vocabulary): Found<number> {
  const [first, ...rest] = tokens;
  const isPlace = first?.kind === 'number' && inDigits(first, known).length === 0;
  const place = isPlace ? named(position([first], known.titles.length)) : [];
  const words = place.length > 0 ? rest : tokens;
  if (joinsUnknown(words, known)) return none;
  const matched = alternatives(words, (part) => matchTitles(part, known));
  return matched.outcome === 'none' ? none : found([...named(matched), ...place]);
}

/** "vélo et trottinette": one of the two would be passed over. */
function joinsUnknown(tokens: readonly Token[], known: Vocabulary): boolean {
  const parts = split(tokens, isJoint);
  if (parts.length === 1 || parts.length > mostParts) return parts.length > 1;
  return parts.some((part) => units(part).length > 0 && matchTitles(part, known).outcome === 'none');
}

const isJoint = ({ text }: Token) => ['et', 'and', '&', '+'].includes(text);
const mostParts = 10;

/** By its beginning, articles apart. */
function begun(tokens: readonly Token[], known: Vocabulary): Found<number> {
  const said = plain(tokens);
  if (said.length < 2) return none;
  return found(known.tokens.flatMap((title, i) => (plain(lead(title)).startsWith(said) ? i : [])));
}

const plain = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join(' ');

function lead(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findIndex((_, at) => hedges(tokens, at) === undefined);
  return tokens.slice(Math.max(0, start));
}

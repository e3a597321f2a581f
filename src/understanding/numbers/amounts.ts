import { lexicon, type Phrase } from '../words/lexicon.ts';
import { articles } from '../words/numerals.ts';
import type { Token } from '../words/tokens.ts';
import { decimal } from './decimal.ts';

/** A number as it is meant: "4", "+1" (signed), "20 %" (percent), "4 sur 5" (a share of `base`). */
export interface Amount {
  readonly value: number;
  readonly signed?: true;
  readonly percent?: true;
  readonly base?: number;
}

/** What a reply says in numbers, and what else it says. */
export interface Amounts {
  readonly amounts: readonly Amount[];
  /** "entre 3 et 5", "3 à 5", "3-5": all that lies between is meant. */
  readonly isRange: boolean;
  readonly rest: readonly Token[];
}

export function readAmounts(tokens: readonly Token[]): Amounts {
  const amounts: Amount[] = [];
  const rest: Token[] = [];
  let isRange = false;
  let isJust = false;
  for (let at = 0; at < tokens.length; ) {
    const before: Phrase<Joint> | undefined = (isJust ? joints : openings)(tokens, at);
    const joined: Step | undefined = before && amountAt(tokens, at + before.length);
    const step: Step | undefined = joined ?? amountAt(tokens, at);
    isJust = step !== undefined;
    if (step === undefined) rest.push(...tokens.slice(at, at + 1));
    else amounts.push(step.amount);
    if (joined !== undefined && before?.meaning === 'range') isRange = true;
    at += step === undefined ? 1 : step.length + (joined && before ? before.length : 0);
  }
  return { amounts, isRange, rest };
}

interface Step {
  readonly amount: Amount;
  readonly length: number;
}

/** A fraction in words; or sign, number, then what it is of. */
function amountAt(tokens: readonly Token[], at: number): Step | undefined {
  const part = fractions(tokens, at);
  if (part !== undefined) return { amount: { value: part.meaning, percent: true }, length: part.length };
  const sign = signs(tokens, at);
  const size = magnitude(tokens, at + (sign?.length ?? 0));
  if (size === undefined) return undefined;
  const length = (sign?.length ?? 0) + size.length;
  const value = size.value * (sign?.meaning ?? 1);
  const signed = sign === undefined ? {} : ({ signed: true } as const);
  const percent = percents(tokens, at + length);
  if (percent !== undefined)
    return { amount: { value, ...signed, percent: true }, length: length + percent.length };
  const of = shares(tokens, at + length);
  const base = of && tokens[at + length + of.length];
  if (of === undefined || base?.kind !== 'number' || base.value === undefined)
    return { amount: { value, ...signed }, length };
  return { amount: shareOf(value, base.value, of.meaning), length: length + of.length + 1 };
}

/** "Un sur deux" is a half; "3/4" may be two points as well. */
function shareOf(value: number, base: number, of: '/' | 'of'): Amount {
  const isFraction = of === 'of' && base >= 2 && base <= 4 && value <= base;
  return isFraction ? { value: (100 * value) / base, percent: true } : { value, base };
}

/** Digits or one word, with decimals written together ("4,5") or "et demi". */
function magnitude(tokens: readonly Token[], at: number): { value: number; length: number } | undefined {
  if (articles.has(tokens[at]?.text ?? ''))
    return isCounted(tokens, at) ? { value: 1, length: 1 } : undefined;
  const number = decimal(tokens, at);
  if (number === undefined) return undefined;
  const half = halves(tokens, at + number.length);
  return half === undefined ? number : { value: number.value + 0.5, length: number.length + half.length };
}

/** An article is the number 1 at the end, and before what only follows a number: "un sur cinq", "un ou deux". */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind === 'mark') return true;
  const linked = shares(tokens, at + 1) ?? joints(tokens, at + 1);
  return linked !== undefined && tokens[at + 1 + linked.length]?.kind === 'number';
}

const signs = lexicon<1 | -1>([
  [-1, '-, moins, minus'],
  [1, '+, plus'],
]);
const percents = lexicon([['%', '%, pour cent, pourcent, pourcents, pour 100, percent, per cent, pct']]);
const shares = lexicon<'/' | 'of'>([
  ['/', '/'],
  ['of', 'sur, out of, of'],
]);
/** As percentages. */
const fractions = lexicon<number>([
  [25, 'un quart, a quarter, one quarter'],
  [33, 'un tiers, a third, one third'],
  [67, 'deux tiers, two thirds'],
  [75, 'trois quarts, three quarters'],
]);
const halves = lexicon([['½', 'et demi, et demie, and a half']]);
/** What stands before the first number of a range. */
const openings = lexicon<Joint>([['range', 'entre, between, from']]);
/** What stands between two numbers. */
const joints = lexicon<Joint>([
  ['range', '-, à, to, jusqu’à, up to'],
  ['or', 'et, ou, and, or, /, voire, ou bien, or maybe, ou peut-être'],
]);
type Joint = 'range' | 'or';

import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { closeness, isTurned } from './degree.ts';
import type { Lexicon } from './lexicon.ts';
import { markSaid, type SaidFor, saidIn, saidLexicon } from './said.ts';
import { type Token, tokenise } from './tokens.ts';
import { type Unit, units } from './units.ts';

/** The fewest letters that stand for the word they begin. */
const shortestBeginning = 3;

/** The fewest that do so for sure: a shorter beginning is asked about. */
const shortestSure = 5;

/** The shortest word in which a slip of the finger is forgiven: shorter words are too close to one another. */
const shortestForgiven = 7;

/** What a list of titles says, word by word. */
export interface Vocabulary {
  readonly tokens: readonly (readonly Token[])[];
  readonly titles: readonly (readonly Unit[])[];
  readonly words: ReadonlySet<string>;
  /** How well a unit fits each title that has its word (see `closeness`), by the title's index; empty for an unknown word. */
  fits(unit: Unit): ReadonlyMap<number, number>;
  /** The tokens with slips of the finger put right. */
  correct(tokens: readonly Token[]): readonly Token[];
  /** What people say for the titles. */
  readonly said: Lexicon<SaidFor>;
  /** The tokens with what people say for a title marked as it. */
  mark(tokens: readonly Token[]): readonly Token[];
  /** Whether a word is only the beginning of one of a title: a short one is hardly more than a guess. */
  beginning(unit: Unit): 'short' | 'long' | undefined;
}

/**
 * `said`: what people say for each title, in the same order. Those asked for last are kept: many people reply to the same titles,
 * and hundreds of phrases stand behind them.
 */
export function vocabulary(texts: readonly string[], said: readonly (readonly string[])[] = []): Vocabulary {
  const key = JSON.stringify([texts, said]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = compiled(texts, said);
  kept.put(key, made);
  return made;
}

const kept = new BoundedMap<Vocabulary>(128);

function compiled(texts: readonly string[], said: readonly (readonly string[])[]): Vocabulary {
  const tokens = texts.map(tokenise);
  const titles = tokens.map(meaningful);
  const words = new Set(tokens.flatMap((title) => title.map(({ text }) => text)));
  const find = saidLexicon(said);
  const spelt = new Set([
    ...words,
    ...said.flat().flatMap((phrase) => tokenise(phrase).map(({ text }) => text)),
  ]);
  return {
    tokens,
    titles,
    words,
    fits: (unit) => fitsOf(unit, titles),
    correct: (reply) => reply.map((token) => correct(token, words)),
    said: find,
    mark: (reply) =>
      markSaid(
        reply.map((token) => correct(token, spelt)),
        find,
      ),
    beginning: (unit) => beginning(unit, titles),
  };
}

/** The units of a reply or a title; one made of hedges only ("Peut-être") is taken at its word. */
export function meaningful(tokens: readonly Token[]): readonly Unit[] {
  const found = units(tokens);
  if (found.length > 0) return found;
  return tokens.map(({ text }) => ({ head: text, stem: text, degree: {} }));
}

/** A mark fits the titles it stands for, denied none of them. */
function fitsOf(unit: Unit, titles: readonly (readonly Unit[])[]): ReadonlyMap<number, number> {
  const said = saidIn(unit.head);
  if (said !== undefined)
    return new Map(said.options.map((option) => [option, isTurned(unit.degree) ? 0 : 3]));
  const same = titles.map((title) =>
    unit.head === '' ? title.slice(0, 1) : title.filter(({ stem }) => stem === unit.stem),
  );
  const isKnown = same.some((found) => found.length > 0);
  const matches = isKnown ? same : titles.map((title) => title.filter(({ head }) => begins(unit, head)));
  return new Map(
    matches.flatMap((found, title) =>
      found.length === 0
        ? []
        : [[title, Math.max(...found.map(({ degree }) => closeness(unit.degree, degree)))] as const],
    ),
  );
}

function beginning(unit: Unit, titles: readonly (readonly Unit[])[]): 'short' | 'long' | undefined {
  if (unit.head === '' || saidIn(unit.head) !== undefined) return undefined;
  const all = titles.flat();
  if (all.some(({ stem }) => stem === unit.stem) || !all.some(({ head }) => begins(unit, head)))
    return undefined;
  return unit.head.length < shortestSure ? 'short' : 'long';
}

/** Words that begin no other: "plus" is not the beginning of "plusieurs". */
const whole = new Set('plus pas non pour sans par comme avant the not and for all any'.split(' '));

function begins({ head, value }: Unit, word: string): boolean {
  const isLong = head.length >= shortestBeginning && !whole.has(head);
  return value === undefined && isLong && word.startsWith(head);
}

function correct(token: Token, words: ReadonlySet<string>): Token {
  if (token.kind !== 'word' || words.has(token.text)) return token;
  const text = near(token.text, words);
  return text === undefined ? token : { ...token, text };
}

/** The one known word that a word is a slip of the finger away from (a letter too many, too few, wrong or swapped). */
function near(word: string, known: Iterable<string>): string | undefined {
  if (word.length < shortestForgiven) return undefined;
  const close = new Set(
    [...known].filter((other) => other.length >= shortestForgiven && isSlip(word, other)),
  );
  return close.size === 1 ? [...close][0] : undefined;
}

/** The first letter counts: "moral" and "amoral" are no slip. */
function isSlip(one: string, other: string): boolean {
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const tail = (word: string, from: number) => word.slice(from);
  const swapped = one[at] === other[at + 1] && one[at + 1] === other[at];
  return (
    tail(one, at + 1) === tail(other, at + 1) ||
    tail(one, at + 1) === tail(other, at) ||
    tail(one, at) === tail(other, at + 1) ||
    (swapped && tail(one, at + 2) === tail(other, at + 2))
  );
}

import { near } from '../matching/near.ts';
import { closeness } from './degree.ts';
import { type Token, tokenise } from './tokens.ts';
import { type Unit, units } from './units.ts';

/** The fewest letters that stand for the word they begin. */
const shortestBeginning = 3;

/** What a list of titles says, word by word. */
export interface Vocabulary {
  readonly tokens: readonly (readonly Token[])[];
  readonly titles: readonly (readonly Unit[])[];
  readonly words: ReadonlySet<string>;
  /** How well a unit fits each title that has its word (see `closeness`), by the title's index; empty for an unknown word. */
  fits(unit: Unit): ReadonlyMap<number, number>;
  /** The tokens with slips of the finger put right. */
  correct(tokens: readonly Token[]): readonly Token[];
}

export function vocabulary(texts: readonly string[]): Vocabulary {
  const tokens = texts.map(tokenise);
  const titles = tokens.map(meaningful);
  const words = new Set(tokens.flatMap((title) => title.map(({ text }) => text)));
  return {
    tokens,
    titles,
    words,
    fits: (unit) => fitsOf(unit, titles),
    correct: (reply) => reply.map((token) => correct(token, words)),
  };
}

/** The units of a reply or a title; one made of hedges only ("Peut-être") is taken at its word. */
export function meaningful(tokens: readonly Token[]): readonly Unit[] {
  const found = units(tokens);
  if (found.length > 0) return found;
  return tokens.map(({ text }) => ({ head: text, stem: text, degree: {} }));
}

function fitsOf(unit: Unit, titles: readonly (readonly Unit[])[]): ReadonlyMap<number, number> {
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

function begins({ head, value }: Unit, word: string): boolean {
  return value === undefined && head.length >= shortestBeginning && word.startsWith(head);
}

function correct(token: Token, words: ReadonlySet<string>): Token {
  if (token.kind !== 'word' || words.has(token.text)) return token;
  const text = near(token.text, words);
  return text === undefined ? token : { ...token, text };
}

import { type Found, named } from '../found.ts';
import { only } from '../words/hedges.ts';
import { lexicon } from '../words/lexicon.ts';
import { articles } from '../words/numerals.ts';
import { isSilent, split, type Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { isEither } from './alternatives.ts';
import { pick } from './pick.ts';
import { matchApart } from './titles.ts';
import { isNone } from './total.ts';

/** More parts than this are no list of options. */
const mostParts = 40;

/** The titles (by index) that a list names; `isWhole` when each of its parts names one. */
interface Listed {
  readonly indexes: readonly number[];
  readonly isWhole: boolean;
}

/** Reads "1, 3 et 4", "vélo ; bus", "médecin et surtout des commerces", "tout sauf la poste". */
export function listed(tokens: readonly Token[], known: Vocabulary, mayMeet: MayMeet = always): Listed {
  const left = except(tokens);
  if (left === undefined)
    return all(split(tokens, isPause).filter(says), (part) => readPart(part, known, mayMeet));
  const { indexes, isWhole } = listed(left, known, mayMeet);
  const others = known.tokens.flatMap((title, i) => (isNone(title) || indexes.includes(i) ? [] : i));
  return { indexes: isWhole ? others : [], isWhole };
}

/** Whether titles may be meant side by side, with no pause or joint between them. */
type MayMeet = (indexes: readonly number[]) => boolean;

const always: MayMeet = () => true;

function all(parts: readonly (readonly Token[])[], read: (part: readonly Token[]) => Listed): Listed {
  if (parts.length === 0 || parts.length > mostParts) return { indexes: [], isWhole: false };
  const lists = parts.map(read);
  return { indexes: lists.flatMap(({ indexes }) => indexes), isWhole: lists.every(({ isWhole }) => isWhole) };
}

/** What stands between two pauses: joined by "et", or numbers side by side, or one title. */
function readPart(tokens: readonly Token[], known: Vocabulary, mayMeet: MayMeet): Listed {
  const parts = split(tokens, isJointIn(tokens)).filter(says);
  if (parts.length > 1) return all(parts, (part) => readPart(part, known, mayMeet));
  if (tokens.length > 1 && tokens.every(({ kind }) => kind === 'number')) {
    return all(
      tokens.map((token) => [token]),
      (part) => single(pick(part, known)),
    );
  }
  const picked = pick(tokens, known);
  const apart =
    picked.outcome === 'several' && !tokens.some(isEither) ? matchApart(known.mark(tokens), known) : [];
  return apart.length > 0 && mayMeet(apart) ? { indexes: apart, isWhole: true } : single(picked);
}

function single(picked: Found<number>): Listed {
  return { indexes: named(picked), isWhole: picked.outcome === 'one' };
}

/** A part of politeness only names nothing; a letter or "un" at its end may. */
function says(part: readonly Token[]): boolean {
  const last = part.at(-1)?.text ?? '';
  return last.length === 1 || articles.has(last) || units(part).length > 0;
}

const isPause = (token: Token) => isSilent(token) || ['+', '&', '/', '|', '•'].includes(token.text);
/** "Plus" joins what stands on both its sides; after a verb alone it denies ("je prends plus la voiture"). */
function isJointIn(tokens: readonly Token[]): (token: Token) => boolean {
  const plus = tokens.findIndex(({ text }) => text === 'plus');
  const isSum = plus > 0 && says(tokens.slice(0, plus));
  return ({ text }) => text === 'et' || text === 'and' || text === 'puis' || (text === 'plus' && isSum);
}

/** Whether a list is told by what it leaves out. */
export const isExcept = (tokens: readonly Token[]): boolean => except(tokens) !== undefined;

/** What "tout sauf ..." leaves out; undefined when the reply is not of that shape. */
function except(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex((_, i) => i > 0 && exceptions(tokens, i) !== undefined);
  const length = exceptions(tokens, at)?.length;
  if (length === undefined || only(tokens.slice(0, at), everything).length === 0) return undefined;
  return tokens.slice(at + length);
}

const everything = lexicon([['all', 'tout, tous, toutes, all, all of them, everything']]);

const exceptions = lexicon([
  [
    'except',
    `
    sauf, à part, hormis, excepté, à l’exception de, except, except for, but, apart from, but not`,
  ],
]);

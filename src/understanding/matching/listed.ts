import { articles } from '../numbers/numerals.ts';
import { isNone } from '../numbers/total.ts';
import { isSilent, type Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { except } from './except.ts';
import { type Found, named } from './found.ts';
import { pick } from './pick.ts';
import { matchApart } from './titles.ts';

/** More parts than this are no list of options. */
const mostParts = 40;

/** The titles (by index) that a list names; `isWhole` when each of its parts names one. */
interface Listed {
  readonly indexes: readonly number[];
  readonly isWhole: boolean;
}

/** Reads "1, 3 et 4", "vélo ; bus", "médecin et surtout des commerces", "tout sauf la poste". */
export function listed(tokens: readonly Token[], known: Vocabulary): Listed {
  const left = except(tokens);
  if (left === undefined) return all(split(tokens, isPause).filter(says), (part) => readPart(part, known));
  const { indexes, isWhole } = listed(left, known);
  const others = known.tokens.flatMap((title, i) => (isNone(title) || indexes.includes(i) ? [] : i));
  return { indexes: isWhole ? others : [], isWhole };
}

function all(parts: readonly (readonly Token[])[], read: (part: readonly Token[]) => Listed): Listed {
  if (parts.length === 0 || parts.length > mostParts) return { indexes: [], isWhole: false };
  const lists = parts.map(read);
  return { indexes: lists.flatMap(({ indexes }) => indexes), isWhole: lists.every(({ isWhole }) => isWhole) };
}

/** What stands between two pauses: joined by "et", or numbers side by side, or one title. */
function readPart(tokens: readonly Token[], known: Vocabulary): Listed {
  const parts = split(tokens, isJoint).filter(says);
  if (parts.length > 1) return all(parts, (part) => readPart(part, known));
  if (tokens.length > 1 && tokens.every(({ kind }) => kind === 'number')) {
    return all(
      tokens.map((token) => [token]),
      (part) => single(pick(part, known)),
    );
  }
  const picked = pick(tokens, known);
  const apart = picked.outcome === 'several' && !tokens.some(isEither) ? matchApart(tokens, known) : [];
  return apart.length > 0 ? { indexes: apart, isWhole: true } : single(picked);
}

function single(picked: Found<number>): Listed {
  return { indexes: named(picked), isWhole: picked.outcome === 'one' };
}

function split(tokens: readonly Token[], at: (token: Token) => boolean): readonly (readonly Token[])[] {
  const cuts = tokens.flatMap((token, i) => (at(token) ? i : []));
  return [-1, ...cuts].map((cut, i) => tokens.slice(cut + 1, cuts[i]));
}

/** A part of politeness only names nothing; a letter or "un" at its end may. */
function says(part: readonly Token[]): boolean {
  const last = part.at(-1)?.text ?? '';
  return last.length === 1 || articles.has(last) || units(part).length > 0;
}

const isPause = (token: Token) => isSilent(token) || ['+', '&', '/', '|', '•'].includes(token.text);
const isJoint = ({ text }: Token) => ['et', 'and', 'puis', 'plus'].includes(text);
const isEither = ({ text }: Token) => text === 'ou' || text === 'or';

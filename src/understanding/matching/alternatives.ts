import { type Found, found, named } from '../found.ts';
import { split, type Token } from '../words/tokens.ts';

/** Reads what stands on either side of "ou" or "or"; a reply that does not read so is read whole. */
export function alternatives<T>(
  tokens: readonly Token[],
  match: (part: readonly Token[]) => Found<T>,
): Found<T> {
  const parts = split(tokens, isEither);
  if (parts.length === 1 || parts.length > mostParts) return match(tokens);
  const matches = parts.map(match);
  return matches.every(({ outcome }) => outcome === 'one') ? found(matches.flatMap(named)) : match(tokens);
}

const mostParts = 10;

export const isEither = ({ text }: Token): boolean => text === 'ou' || text === 'or';

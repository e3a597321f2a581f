import type { Token } from '../words/tokens.ts';
import { type Found, found, named } from './found.ts';

/** Reads what stands on either side of "ou" or "or"; a reply that does not read so is read whole. */
export function alternatives<T>(
  tokens: readonly Token[],
  match: (part: readonly Token[]) => Found<T>,
): Found<T> {
  const bars = tokens.flatMap(({ text }, at) => (['ou', 'or'].includes(text) ? at : []));
  if (bars.length === 0 || bars.length > mostBars) return match(tokens);
  const parts = [-1, ...bars].map((bar, i) => match(tokens.slice(bar + 1, bars[i])));
  return parts.every(({ outcome }) => outcome === 'one') ? found(parts.flatMap(named)) : match(tokens);
}

const mostBars = 9;
